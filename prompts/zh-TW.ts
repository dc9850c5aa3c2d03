import type { Wording } from './wording.ts';

/** 臺灣正體中文: official terms where they are official, plain words otherwise. */
export const zhTW: Wording = {
  answer: {
    also: (title, told) => `如果您想問的是「${title}」：${told}`,
    contextHeading: '同一題還提到：',
    part: (title) => `關於「${title}」`,
    expectedAhead: (period) => `這是文件預告的事項（${period}），是否如期辦理請以主管機關公告為準。`,
    expectedRunning: (period, today) =>
      `這是文件預告的事項（${period}）。以${today}來看已在這段期間，但文件沒有記載是否已經開始，請向人事單位確認。`,
    expectedOver: (period, today) =>
      `這是文件當時預告的事項（${period}）。以${today}來看這段期間已過，文件沒有記載實際辦理情形，請向人事單位確認。`,
    expectedOpen: '這是文件預告的事項，文件沒有寫時程。',
    onceAndNow: (now) => `以上是當時的說法。現行的說明是：${now}`,
    notYetPublished: (document, edition, asOf) =>
      `您問的是${asOf}當時的情形。《${document}》是${edition}，那時還沒有發布，不能拿來說明當時的規定；手上的文件沒有更早的版本可以回答這一點。`,
    asOf: (asOf) => `以下是以${asOf}為準的說明。`,
    appliesTo: (editions) => `適用版本：${editions.join('、')}。`,
    automatic: '本回覆由系統依所列文件自動整理，僅供參考，不取代人事單位與主管機關的認定。',
    understoodAs: (standalone) => `我理解的問題是：「${standalone}」`,
  },
  abstention: {
    notSaid: (asked) => `您問的${asked.map((one) => `「${one}」`).join('、')}，文件沒有寫。`,
    known: (says) => says,
    nearHeading: '文件有寫到的是：',
    askWhom: (office) => `這一點請洽${office}。`,
    outside: (matter, office) =>
      `「${matter}」不在我手上的文件範圍內（我只依AI公務人才的兩份文件回答），為免誤導，我不作答。請洽${office}。`,
    nothing: (lookedFor) =>
      `我在兩份文件裡查了「${lookedFor}」，找不到可以回答的依據，所以不猜。您可以換個說法，或把問題交給人事承辦人。`,
    nearQuestions: '您想問的是不是下面這些？',
    office: '本機關人事單位',
  },
  clarification: { which: '這句話可能在問不同的事，請選一個，或直接再說清楚一點：' },
  handoff: {
    button: '找人事承辦人',
    given: (question) =>
      `好，這個問題請交給本機關的人事承辦人回答。您可以直接轉述：「${question}」。目前這個版本還不能替您送出，請以貴機關慣用的方式（分機、電子郵件或當面）聯絡人事單位。`,
    noQuestion:
      '好，請聯絡本機關的人事承辦人。您可以先在這裡打出問題，我會幫您整理成一句話。目前這個版本還不能替您送出，請以貴機關慣用的方式聯絡人事單位。',
    notPassedOn: '這則內容我沒有留存，也沒有轉給任何人；請您直接聯絡上面的單位。',
  },
  notice: {
    empty: '我沒有收到文字。請輸入您的問題，例如「AI課程要去哪裡上？」。',
    tooLong: (max) =>
      `這段文字太長了，我一次最多讀 ${max.toLocaleString('en-US')} 個字。請挑出最想問的一、兩句再送一次。`,
    onlySymbols: '我只看到符號或表情。請用文字告訴我您的問題，例如「3小時AI課程是什麼規定？」。',
    unreadable: '這段內容我讀不出來，可能是編碼有誤。請重新輸入一次。',
    notKept: '（內容沒有留存）',
    masked: '提醒您：訊息裡的個人資料已先遮蔽，不會留存；問問題時不需要提供個資。',
    help: '我是AI公務人才問答助理，由程式自動回覆，不是真人，依《AI公務人才認定指引：人事推動實務問答集》（115年6月版）和114年5月29日簡報回答，附上出處；文件沒寫的我會直說，並請您找人事承辦人。我能做的事：',
    helpItems: [
      '回答問題：例如「一般行政該先考哪張證照？」',
      '「我是哪一種AI人才？」：用幾個問題找出較適合的角色',
      '「推薦課程」：依角色排出課程與證照的順序',
      '隨時可說：說明、重來、取消、上一題、跳過、你怎麼理解、找人事承辦人',
    ],
    cleared: '好，前面的對話我已經清除，我們重新開始。',
    unavailable: '系統暫時存不了資料，這則訊息還沒有處理完。請過一會兒再送一次；同一則訊息不會重複處理。',
    failed: '很抱歉，這次沒有處理成功。請再送一次；若一直不行，請找人事承辦人。',
    noSuchChoice: '目前沒有這個號碼的選項。請點按鈕，或直接用文字說。',
    staleChoice: '這個按鈕已經過期了。請再問一次，或從下面選一個。',
    nothingUnderstoodYet: '這個對話裡還沒有問過問題。',
    personalRecord:
      '這需要查您個人的資料，我沒有連到任何人事或學習紀錄系統，沒辦法代查，也不會猜。請登入原系統查詢，或洽本機關人事單位。',
  },
  welcome: {
    text: '您好，我是AI公務人才問答助理。請直接用平常說話的方式問，我會附上文件出處；文件沒寫的，我會直說。',
    starters: [
      { label: '一定要上3小時AI課程嗎？', value: 'say:一定要上3小時AI課程嗎？' },
      { label: '我是哪一種AI人才？', value: 'interview:start' },
      { label: '一般行政該先考哪張證照？', value: 'say:一般行政該先考哪張證照？' },
      { label: '推薦我課程和證照', value: 'recommend:' },
    ],
  },
  source: { heading: '依據', line: (title, edition, section) => `《${title}》${edition}・${section}` },
  roles: { policy: 'AI政策人才', applied: 'AI應用人才', developer: 'AI開發人才', researcher: 'AI研究人才' },
  interview: {
    intro: '好，我們用幾個問題看看哪一類AI人才比較接近您的工作。看的是實際工作與職責，跟職系、職等、職稱都沒有關係。',
    progress: (step, of) => `第 ${step} 題（最多 ${of} 題）`,
    heard: (duties) => `我先記下您說的：${duties}。`,
    free: '也可以直接用一兩句話說您平常在做什麼。',
    unsure: '不確定',
    skip: '跳過這題',
    back: '上一題',
    cancel: '先不做了',
    cancelled: '好，先停在這裡，已經回答的都留著。想繼續時說「繼續」就可以。',
    resumed: '我們接著剛才的地方。',
    resumeOffer: '繼續剛才的角色訪談',
    corrected: (question) => `好，我們改第 ${question} 題。`,
    noSuchQuestion: (question) => `還沒有第 ${question} 題可以改。`,
    notUnderstood: '這個回答我沒看懂。請點選項、輸入選項的號碼，或用一句話說您實際在做什麼；「不確定」也可以。',
    result: (role) => `初步建議：您的工作比較接近「${role}」。`,
    resultUnsure: (role, runnerUp) =>
      `初步建議：目前看來比較接近「${role}」，但和「${runnerUp}」差距不大，還不能說得很確定。`,
    confidence: (percent, runnerUp) => `把握程度約 ${percent}%；第二接近的是「${runnerUp}」。`,
    fromWords: (runnerUp) =>
      `這只依您說的這段話來看，還沒有問過問題；第二接近的是「${runnerUp}」。想看得更準，可以重做一次訪談，回答幾個問題。`,
    reasonsCaption: '每一項怎麼影響結果',
    reasonsColumns: ['依據', '您說的', '影響'],
    effect: (role, weight) =>
      `${weight === 0 ? '不影響' : weight < 0 ? '較不支持' : weight >= 1.5 ? '明顯支持' : '支持'}目前的結果（偏向${role}）`,
    flip: (question, answer, role) => `最小的翻轉：如果「${question}」改答「${answer}」，結果會變成「${role}」。`,
    documentsSay: '文件怎麼說：',
    tooLittle:
      '目前的回答還看不出哪一類比較接近，所以先不給建議，也不會留下結果。您可以用一兩句話說說平常實際在做的事，或重做一次。',
    why: '問這些是為了依實際工作與職責看哪一類比較接近；答案只用在這次建議，不確定的可以跳過。',
    noFlip: '就目前的回答，改動任何一題都不會翻轉結果。',
    undefinedRoles:
      '要說明的是：問答集對四類人才寫得詳略不一，「開發」只有「實現」、「研究」只有「前瞻」一個關鍵詞，完整定義要看指引本文（尚未載入）。',
    decides: '這只是依您的描述所做的初步建議，正式歸類請由主管與人事單位依指引認定。',
    notEveryone: '另外，不是每個人都要成為AI技術開發專家；問答集建議的策略是「全體打底、專屬分流」。',
    wantsCourses: '看適合的課程與證照',
    again: '重做一次',
    more: '再答幾題，讓結果更準',
  },
  recommendation: {
    intro: (role) => `依「${role}」排的學習順序：先通識、後實務應用。`,
    introBorrowed: (role) =>
      `依「${role}」排的學習順序如下。「先通識、後實務應用」是問答集對一般行政同仁的建議，這裡比照排列。`,
    introNoRole:
      '還不知道您的角色，先列不分角色都能參考的順序。「先通識、後實務應用」是問答集對一般行政同仁的建議，這裡比照排列；做完角色訪談可以排得更貼近。',
    introEarlier: (today) => `以下只依${today}當時已發布的文件排列。`,
    nothingLeft: '照這些條件，文件列出的項目沒有可以再排進來的，原因列在下面。',
    hours: (year, total, ai) => `${year - 1911}年起，公務人員每人每年${total}小時學習時數中，須含${ai}小時AI課程。`,
    hoursNote: (year, basic, advanced, total) =>
      `另有一個數字請不要混用：${year - 1911}年人事業務績效考核列的是基礎${basic}小時＋進階${advanced}小時＝${total}小時，和每人每年的規定是兩回事；怎麼計列，文件沒有寫。`,
    hoursTotalLeft: (hours) => `您說學習時數還差${hours}小時。`,
    hoursTotalFull: '您說學習時數已經滿了。',
    hoursAiLeft: (hours) => `您說AI課程還差${hours}小時。`,
    hoursAiFull: '您說AI課程時數已經滿了，可以不以補時數為主，直接挑想加強的。',
    hoursCounting: '各課程是幾小時、哪些可以採計，文件沒有寫，選課前請看平臺標示或洽人事單位。',
    stage: { basic: '入門', advanced: '進階', practice: '實作' },
    pathCaption: '建議路徑',
    pathColumns: ['階段', '項目', '為什麼', '現況'],
    mode: { online: '線上', inPerson: '實體', unknown: '上課方式沒有寫' },
    sector: { public: '公務專屬認證', industry: '產業認證' },
    item: (name, details) => `${name}（${details.join('，')}）`,
    expected: {
      ahead: (status) => `${status}；還沒到這段期間`,
      running: (status, today) => `${status}；${today}已在這段期間，是否已經開始文件沒有寫，請向人事單位確認`,
      over: (status, today) => `${status}；以${today}來看這段期間已過，實際有沒有辦文件沒有寫，請向人事單位確認`,
    },
    leftOut: '沒有排進來的：',
    and: '、',
    leftOutLine: (items, why) => `${items}：${why}`,
    why: {
      done: '您已經完成。',
      covered: '您已有這一階的基礎。',
      audience: (audience) => `對象是${audience}；如果您是，跟我說「我是主管」就會排進來。`,
      otherRole: (roles) => `文件是談${roles.join('、')}時提到的。`,
      mode: (mode) => `這是${mode}課程，和您想要的方式不同。`,
      kind: '您說這次不看這一種；要看的話，跟我說「全部都看」。',
      stage: '不是您想看的階段；要看的話，跟我說「全部都看」。',
      notPublished: (today) => `${today}時，提到它的文件還沒有發布或已不適用。`,
    },
    goOn: '接下來：',
    incentives: '文件提到的鼓勵措施：',
    modulesUnknown:
      '說明：8大課程模組的順序是入門→進階→實作；模組名稱、各班屬於哪一階，文件都沒有列出，上表的階段是依文件的描述排的。',
    findRole: '先找出我的角色',
    whole: '看完整的建議',
    online: '想看線上的',
    inPerson: '想看實體的',
    anyMode: '線上實體都可以',
  },
};
