const learnable = '(?:課|班|研習|訓練|證照|認證|證書|學習|路徑|進修)';
const which = '(?:什麼|哪些|哪一?[門個堂些種班張]|啥)';

/** Ways to ask for a recommendation for oneself; texts are `normaliseQuery()`d, hence lower case and Traditional. */
const requests: readonly RegExp[] = [
  // 「推薦課程」「請推薦適合我的課」「再幫我推薦線上的課」「推薦」
  new RegExp(
    `^(?:請|麻煩|可以|可否|能否|能不能|可不可以|想請[你您]|我要|我想要?|直接|再|重新)*(?:幫我|給我|跟我)?推薦(?!考|.{0,4}考什麼).{0,16}${learnable}`,
  ),
  /^(?:請|麻煩|可以|求|再)*(?:幫我|給我)?推薦(?:一下|看看)?(?:給我|我)?[.。!！~]*$/,
  new RegExp(
    `(?:幫我|請[你您]|給我|可以|可否|能否|能不能|有沒有|有什麼|有哪些|^有|接下來|求).{0,4}推薦(?!考).{0,12}${learnable}`,
  ),
  new RegExp(`(?:推薦|建議|介紹).{0,3}我(?!們).{0,10}(?:${learnable}|[上學修讀]${which})`),
  new RegExp(`給我.{0,8}${learnable}.{0,4}(?:建議|推薦)|給我.{0,8}(?:建議|推薦).{0,6}${learnable}`),
  /(?:課程?|證照|認證|學習|課程和證照)(?:有(?:沒有)?)?(?:什麼|哪些)?(?:的)?推薦(?:的)?(?:嗎|呢)?[?？.。!！]*$/,
  // 「幫我排學習計畫」「給我一份學習計畫」「排個學習計畫給我」
  /(?:幫我|替我|給我|跟我|^請).{0,4}(?:排|規劃|安排|擬|訂|設計).{0,10}(?:學習|課|進修|研習|培訓|考照|證照)/,
  /(?:給我|幫我做|我要|我想要|我需要|排|規劃|擬).{0,6}(?:學習|進修|考照|培訓)(?:計畫|計劃|路徑|清單|順序|規劃)(?:給我)?[.。!！]*$/,
  // 「有什麼課適合我」「適合我的課」「我適合上什麼課」
  new RegExp(`${learnable}.{0,6}(?:比較)?適合(?:我(?!們)|像我)`),
  new RegExp(`適合(?:我(?!們)|像我這[種樣]).{0,10}${learnable}|我(?!們).{0,12}適合(?:去)?[上學修讀].{0,2}${which}`),
  // 「我該上什麼課」「我是一般行政，該上哪些課」「我應該學什麼」「我要怎麼開始學」
  new RegExp(
    `我(?!們).{0,20}(?:該|可以|需要|要|能|適合|先|從)(?:先|從)?(?:去)?(?:[上學修讀]${which}(?:樣的?)?[?？.。]*$|[上學修選讀報]${which}(?:樣的?)?(?:ai)?的?(?:實體|線上|數位)?(?:課|班|研習|東西))`,
  ),
  /我(?!們).{0,20}(?:該|要|想)(?:怎麼|如何|從哪裡?)(?:開始|規劃|安排)(?:學|進修|排課)/,
  // English
  /\b(?:recommend|suggest)\b.{0,24}\b(?:course|courses|class|classes|training|certificates?|certifications?|path|something)\b/,
  /\b(?:recommend|suggest) me\b|^(?:please )?recommend(?:ations?)?(?: please)?[.!]*$/,
  /\b(?:recommendations?|suggestions?) for me\b|\b(?:course|learning|training|certificate|certification) recommendations?\b/,
  /\b(?:what|which)(?: [a-z-]+){0,2} (?:courses?|class|classes|training) (?:should|could|can|do) i (?:take|learn|study|attend|start)\b/,
  /\bwhat should i (?:learn|study)(?: first| next| now)?[?.! ]*$/,
  /\b(?:courses?|class|classes|training|certificates?)\b.{0,16}\b(?:suits?|fits?|right for|best for|good for|suitable for) me\b/,
  /\b(?:make|plan|build|create|draw up|give|set up|arrange|need|want)\b.{0,12}\b(?:learning|study|training) (?:plan|path|schedule)\b|\blearning (?:plan|path) for me\b/,
];

/** About the documents, a duty, what counts, other people's learning, other exams: not a recommendation for oneself. */
const otherMatters: readonly RegExp[] = [
  /問答集|指引|文件|簡報裡|規定|強制|一定要|必須|非.{0,6}不可|採認|採計|認列|才算|算不算|算時數|補助|加分|評分|推薦信/,
  /補習|國考|高普考|特考|升等考|研究所|碩士|英文|英語|外語/,
  /(?:推薦|建議|介紹|鼓勵|給|幫|替)(?:給)?我?們?的?(?:同仁|部屬|屬下|下屬|同事|主管|長官|科長|首長|人員|大家|新人|單位|機關|全體)/,
  /\b(?:faq|guideline|documents?|must|required|mandatory|compulsory|counts?|(?:my|our) (?:staff|team|colleagues|boss|manager))\b/,
];
const others =
  /一般行政|同仁|主管|機關|人事|首長|長官|新人|大家|公務員|人員|所屬|科長|部屬|基層|我們|\b(?:staff|managers|employees|everyone|we)\b/;
const oneself = /我(?!們)|本人|\b(?:i|me|my|myself)\b/;

/** True for 「幫我排學習計畫」, false for 「AI課要去哪裡上」 and 「一般行政先考哪張」, which the documents answer. */
export function asksForRecommendation(message: string): boolean {
  if (otherMatters.some((pattern) => pattern.test(message)) || speaksOfOthers(message)) return false;
  return [message, ...message.split(/[，,。；;！!？?\n]+/)].some((part) =>
    requests.some((pattern) => pattern.test(part.trim())),
  );
}

/** Somebody else is spoken of, and nobody says 我. */
export function speaksOfOthers(message: string): boolean {
  return others.test(message) && !oneself.test(message);
}
