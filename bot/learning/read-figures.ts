/** Questions for one's own ledger: its figures, its entries. `text` is NFKC and Traditional. */

/** Hours of work, points, other systems: no entry of this ledger. */
const notLearning =
  /積分|名次|排名|考績|年資|學分|陞遷|升遷|升等|特休|特別休假|休假|補休|請假|加班|差勤|出差|值班|值日|工時|上班|薪|獎金|開會|會議|表\s*51|web ?hr|人事系統|人力資料庫|帳號|密碼|對話|聊天/i;
const speaksOfOthers =
  /同仁|部屬|組員|大家|我們|他們|(?<!其)[他她]|我的?(?:同事|主管|長官|科長|下屬|先生|太太|老公|老婆|朋友|單位|機關|科|處|室)|主管們|首長|全機關|全科|新人|多少人|幾個?人/;

/** Whether a message is about hours or systems that are none of this ledger's. */
export function isNotLearning(text: string): boolean {
  return notLearning.test(text);
}

const own = '(?:我(?!們)的?|我自己的?)';
const record = '[紀記]錄';
const lists: readonly (readonly ['all' | 'certificates', RegExp])[] = [
  [
    'certificates',
    new RegExp(
      `(?:列出|顯示|查|看|給我看)[^?？]{0,4}${own}[^?？]{0,6}(?:證照|證書)(?:${record}|清單)?$|^${own}(?:有|登錄|登記|考過|拿到)(?:了|過)?(?:哪些|什麼|哪幾張|幾張)(?:證照|證書)(?:了)?[?？]?$|^${own}(?:證照|證書)(?:${record}|清單|有哪些)?[?？]?$|\\b(?:list|show) (?:me )?my certificates?\\b`,
      'i',
    ),
  ],
  [
    'all',
    new RegExp(
      `(?:列出|顯示|查詢?|看|給我看|調出)[^?？]{0,4}${own}[^?？]{0,10}(?:${record}|登錄的(?:課|東西)|上過的課)(?:清單)?$|^${own}(?:的|今年|學習|上課|課程|時數|登錄)*(?:${record}|清單)[?？]?$|^我(?:今年|去年|目前|到底|之前|已經|總共)*(?:已經?)?(?:登錄|登記|登|記|修|上|聽|修完|上完|完成)(?:了|過)*(?:哪些|什麼|哪幾|幾[門筆張堂])(?:門|筆|張|堂)?(?:ai|學習)?(?:課程?|東西|研習|${record})?(?:了|呢)?[?？]?$|\\b(?:list|show) (?:me )?my (?:learning )?(?:records?|courses|entries|ledger)\\b`,
      'i',
    ),
  ],
];

/** Whether somebody asks for their entries, and which; null for all else. */
export function readList(text: string): 'all' | 'certificates' | null {
  if (notLearning.test(text)) return null;
  return lists.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

const hoursWord = '(?:小時|時數|鐘頭|鐘點|hr|hours?)';
const howMany = `(?:多少|幾)個?${hoursWord}?`;
/** Words that may begin a question for one's own hours and name nobody else. */
const begins =
  '(?:那|請問|請|欸|所以|到底|目前|現在|今年|去年|到現在|截至目前|到今天|我(?!們)的?|自己|ai|人工智慧|學習|課程?|時數|小時數?|總共|一共|的|[\\s，,、])*';
const softEnd = '[?？啊呢喔呀了]*$';
const short = (pattern: string): RegExp => new RegExp(`^${begins}${pattern}${softEnd}`, 'i');
const figures: readonly RegExp[] = [
  // 我還差幾小時, 我AI課還缺多少時數, 還差幾個小時, 我還剩幾小時沒修
  new RegExp(
    `^[^?？，,。]{0,8}?(?:我(?!們|的?(?:同事|主管|長官|部屬))[^?？，,。]{0,14})(?:差|缺|欠|剩|少)(?:下|了)?的?(?:多少|幾)個?${hoursWord}?(?:的?(?:ai|人工智慧)?(?:課程?|時數))?(?:(?:還)?[沒未要]有?[上補修完成]+)?${softEnd}`,
    'i',
  ),
  new RegExp(
    `^(?:那|請問|欸|所以|目前|現在|今年|到現在|ai|人工智慧|學習|課程?|的|\\s)*(?:時數|小時數?)?(?:還|尚)(?:差|缺|欠|剩)(?:下|了)?(?:多少|幾)個?${hoursWord}?${softEnd}`,
    'i',
  ),
  // 還有幾個小時沒上, 我還剩多少時數要修
  short(
    `(?:還|尚)?(?:有|剩|差|缺)(?:下|了)?(?:多少|幾)個?${hoursWord}(?:的?(?:ai)?課程?)?(?:還)?[沒未要]有?[上補修完成]+`,
  ),
  // 我的AI時數還有多少沒補
  short(`(?:還|尚)?(?:有|剩)(?:下|了)?(?:多少|幾)個?${hoursWord}?(?:還)?[沒未]有?[上補修]`),
  // AI課還要上多少, 還要補幾小時
  short(
    `(?:還|尚)(?:要|需要?|得|必須)(?:再)?[上補修]${howMany}(?:的?(?:ai)?(?:課程?|時數))?(?:才夠|才行|才會夠|才滿)?`,
  ),
  // 離20小時還有多遠, 距離3小時還差多少
  short(`(?:離|距離?)[^?？，,。]{1,10}(?:還)?(?:有|差|缺|剩)(?:多遠|${howMany})`),
  // 基礎還差多少進階還差多少
  short(`(?:(?:ai|人工智慧)?(?:基礎|進階)(?:課程?|的|時數)*(?:還|尚)?(?:差|缺|剩)${howMany}[，,、\\s和跟]*)+`),
  // 今年學習時數累積多少, 時數修到多少了
  short(`(?:已經?)?(?:累積|累計|修|上|完成|登錄)(?:了|到|過)*${howMany}`),
  // 幫我查時數
  new RegExp(
    `^(?:請|麻煩|可以|想|我要|我想要?|幫我|幫忙|協助|[，,\\s])+(?:查詢?|看看?|顯示|調)(?:一下|看)*(?:我的?|自己的?|目前的?|今年的?|ai|學習|課程?|累積|的)*(?:時數|學習進度)(?:嗎)?${softEnd}`,
    'i',
  ),
  /^(?:請問)?我(?!們)[^?？，,。]{0,12}(?:時數|小時)(?:還|尚)?(?:差|缺|欠|剩)(?:下|了)?(?:多少|幾|很多|嗎)/i,
  /^(?:請問)?我(?!們)(?:今年|去年|前年|目前|現在|到底|到現在|總共|一共|ai|課|的|1[01]\d年度?|20[12]\d年度?|\s)*還(?:要|需要|得|必須)(?:再)?(?:上|補|修)(?:多少|幾)個?(?:小時|時數|鐘頭)[^?？]{0,8}[?？]*$/i,
  // 我今年上了幾小時, 我已經修了多少時數
  /我(?!們)(?:今年|去年|前年|目前|現在|到目前|到現在|到底|總共|一共|ai|的|課|1[01]\d年度?|20[12]\d年度?|\s)*(?:已經?)?(?:總共|一共)?(?:時數)?(?:已經?)?(?:修|上|累積|完成|登錄|登記|記)(?:了|過|到)?(?:總共|一共)?(?:多少|幾)(?:個|門|筆)?(?:小時|時數|鐘頭|課)(?:的?(?:ai|人工智慧)?(?:課程?|時數))?了?[?？]*$/i,
  // AI時數夠了嗎, 我的時數夠不夠, 我AI課上夠了沒
  /^(?:那|請問|欸|所以)?(?:我(?!們)的?)?(?:今年|目前|現在|的|\s)*(?:ai|人工智慧)?(?:課程?|學習|的)*(?:時數|小時數?)(?:的)?(?:部分)?(?:已經?|都|算)?(?:夠了?(?:嗎|沒有?)|夠不夠|夠嗎|足夠了?嗎|滿了(?:嗎|沒有?)|達標了?(?:嗎|沒有?)|有達標嗎|有沒有達標|過關了?(?:嗎|沒)|足了嗎|ok了?嗎)[?？]*$/i,
  /^(?:請問)?我(?!們)(?:今年|目前|現在|\s)*的?(?:ai|人工智慧)?(?:課程?)?(?:的)?(?:時數)?(?:上|修)(?:夠|滿|完)(?:了嗎|了沒|沒|了沒有)[?？]*$/i,
  // 查我的時數, 我的時數
  /^(?:請|麻煩|可以|能不能|想|我想|要|幫我|協助|[，,\s])*(?:查詢?|看看?|顯示|列出|告訴我|給我看)[^?？]{0,4}我(?:的|今年|目前|自己|ai)[^?？，,。]{0,10}(?:時數|小時)[^?？，,。]{0,8}[?？嗎]*$/i,
  /^(?:請問)?我(?!們)(?:今年|去年|目前|現在|的|ai|學習|課程?|\s)*(?:已經?)?有(?:了)?(?:多少|幾)個?(?:小時|時數)(?:的?(?:ai|人工智慧)?(?:課程?|時數))?了?[?？]*$/i,
  /^(?:那|請問)?我(?:的|今年|去年|前年|目前|現在|ai|學習|課程|1[01]\d年度?|20[12]\d年度?|\s)+(?:時數|進度)(?:呢|有多少|是多少|多少|有幾個?小時|狀況|情形|進度|如何|怎麼樣)?[?？]*$/i,
  /\bhow many (?:more )?(?:ai |learning |training )?hours (?:do i have(?! to)|have i|did i|am i (?:short|missing|behind)|do i (?:still|yet))\b|\b(?:my|check my) (?:ai |learning |training )?hours\b(?! (?:count|expire))|\b(?:am i done with|do i have enough) (?:my |the )?(?:ai |learning )?hours\b|\bhours (?:do i have )?left for me\b/i,
];

/** Whether somebody asks how many hours they have or lack. */
export function asksFigures(text: string): boolean {
  if (notLearning.test(text) || speaksOfOthers.test(text) || /\bwhere\b/i.test(text)) return false;
  return figures.some((pattern) => pattern.test(text));
}

const withinTalk = new RegExp(
  `^(?:那|所以|這樣|我|現在|目前|還|尚|ai|課|的|\\s)*(?:(?:差|剩|缺|欠)(?:下|了)?(?:多少|幾)個?${hoursWord}?|夠了?(?:嗎|沒有?)|夠不夠|達標了?(?:嗎|沒))${softEnd}`,
  'i',
);

/** Characters of a question in so few words. */
const withinCharactersMax = 20;

/** The same in fewer words, which ask it only where the talk is on the ledger already: 「差多少」, 「這樣夠了嗎」. */
export function asksFiguresWithin(text: string): boolean {
  return text.length <= withinCharactersMax && withinTalk.test(text);
}
