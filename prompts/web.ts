/** What the web chat says around the conversation. The page speaks zh-TW; what stands inside a reply follows its language. */
export const webWording = {
  title: 'AI公務人才問答助理',
  tagline: '自動回覆，依兩份文件、附出處',
  description: '回答《AI公務人才認定指引》的問題，幫您找出較適合的角色，並依文件推薦課程與證照。',
  skip: '跳到輸入框',
  help: '說明',
  clear: '清除對話',
  /** Sent in the person's name when 「清除對話」 is pressed; the conversation understands it in every channel. */
  clearCommand: '清除對話',
  home: '回到對話',
  navigation: '頁面功能',

  conversation: '對話',
  asked: '您問',
  /** Heads what was said without being asked. */
  reminded: '提醒',
  askMark: '問',
  answerMark: '答',
  starters: '可以這樣開始',
  choices: '接下來可以選',
  sources: '依據文件',
  documents: [
    { title: '《AI公務人才認定指引：人事推動實務問答集》', edition: '115年6月版' },
    { title: '《公部門AI人才培育與智慧政府》簡報', edition: '114年5月29日' },
  ],
  understood: '我怎麼理解這個問題',

  composer: {
    heading: '輸入問題',
    label: '您的問題',
    placeholder: '例如：陞任會加幾分？',
    hint: '請勿輸入個人資料。',
    keys: 'Enter 送出，Shift＋Enter 換行。',
    send: '送出',
  },

  status: {
    waiting: '正在查文件…',
    stop: '停止',
    resend: '重新送出',
    unfinished: '沒有完成',
    stopped: '已停止，沒有等到回覆。',
    unreachable: '連不上服務，這句話可能沒有送到。請確認網路後重新送出。',
    failed: '這次沒有處理成功。請重新送出；若一直不行，請找人事承辦人。',
    empty: '請先輸入問題。',
    busy: '上一句還在處理，請等回覆或先停止。',
  },

  /** Read out once when a reply has arrived. */
  announcement: {
    table: (caption: string, rows: number) => `表格：${caption}，共${rows}列。`,
    sources: (count: number) => `附${count}項依據。`,
    choices: (count: number) => `有${count}個選項可以選。`,
  },

  problem: {
    title: '這句話沒有送出',
    advice: '請按瀏覽器的「上一頁」回去修改，或回到對話重新輸入。',
    tooLarge: (kilobytes: number) => `送出的內容太大，超過 ${kilobytes} kB。請挑出最想問的一、兩句再送一次。`,
    unreadable: '這段內容讀不出來，可能不是 UTF-8 編碼。請重新輸入一次。',
    notJson: '送出的內容不是正確的 JSON。格式是 {"text":"問題"} 或 {"choice":"按鈕的值"}。',
    unknownKey: (key: string) => `不認得「${key}」這個欄位。可以用的欄位是 text 和 choice。`,
    wrongValue: (key: string) => `「${key}」這個欄位的內容不對：要是文字，而且只給一次。`,
    missing: '沒有收到內容。請給 text（問題）或 choice（按鈕的值）。',
    mediaType: '不支援這種內容格式。請用網頁表單或 JSON（UTF-8）送出。',
    origin: '這個要求不是從本頁面送出的，為了安全沒有處理。請回到對話頁再試一次。',
  },

  /** The label above a reply, by language and kind; `result` is an interview that came to its end. */
  kinds: {
    'zh-TW': {
      answer: '回覆',
      abstention: '文件未載',
      clarification: '請選一個',
      smalltalk: '回覆',
      refusal: '說明與求助',
      interview: '角色訪談',
      result: '初步建議',
      recommendation: '課程與證照建議',
      draft: '草稿',
      notice: '說明',
    },
    en: {
      answer: 'Answer',
      abstention: 'Not in the documents',
      clarification: 'Please choose',
      smalltalk: 'Reply',
      refusal: 'Please read',
      interview: 'Role interview',
      result: 'Preliminary suggestion',
      recommendation: 'Courses and certificates',
      draft: 'Draft',
      notice: 'Note',
    },
  },

  /** A source is words and a number; `line` is made by `wordings[language].source.line`. */
  source: {
    'zh-TW': {
      mark: '依據',
      numbered: (n: number, line: string) => `依據 ${n}：${line}`,
      many: (count: number) => `共 ${count} 項依據，點開看全部`,
    },
    en: {
      mark: 'Source',
      numbered: (n: number, line: string) => `Source ${n}: ${line}`,
      many: (count: number) => `All ${count} sources`,
    },
  },

  helpPage: {
    title: '說明',
    intro:
      '這是自動回覆的問答助理，協助公務同仁與人事人員查詢AI公務人才的規定。它只依下列兩份文件回答，並附上出處；文件沒寫的，它會直說。',
    documents: '依據的文件',
    canDo: '能做的事',
    can: [
      '回答問題：用平常說話的方式問就好，例如「一般行政該先考哪張證照？」。每則答覆都列出依據，點開可以看引用的原文。',
      '「我是哪一種AI人才？」：用最多六個問題，依實際工作與職責給您初步建議。',
      '「推薦課程」：依角色排出課程與證照的順序，並說明理由。',
      '「我還差幾小時？」「登錄一門課 3小時」：幫您記下時數與證照，並算出還差多少。',
      '「我是新人」：陪您走過報到後的前三個月。',
      '隨時可以說：說明、重來、取消、上一題、跳過、你怎麼理解、找人事承辦人。',
    ],
    cannotDo: '不能做的事',
    cannot: [
      '不能代替人事單位或主管機關認定；回覆僅供參考。',
      '沒有連到任何人事或學習紀錄系統：時數與證照只看得到您自己登錄或機關匯入的，考績、積分等資料一律查不到，也不會猜。',
      '差勤、待遇、退休等其他人事問題不在這兩份文件裡，請洽本機關人事單位。',
    ],
    data: '您輸入的資料',
    dataItems: [
      '問問題不需要提供個人資料。若不小心輸入身分證字號、電話、電子郵件等，會先遮蔽再處理。',
      '您的對話、時數、證照與任務只跟這個瀏覽器的一個隨機編號連在一起，關閉瀏覽器後就不再認得您。按「清除對話」會清掉對話內容，登錄的時數等紀錄仍在。',
      '這台電腦只有您在用時，可以按「在這台電腦記住我」，180天內回來都看得到自己的紀錄；共用電腦請不要使用，離開前按「忘記我」。',
      '想在其他頻道看到同樣的紀錄，輸入「取得連結碼」。',
    ],
    remember: '在這台電腦記住我',
    forget: '忘記我（在這台電腦登出）',
    keys: '鍵盤操作',
    keyItems: [
      'Enter 送出，Shift＋Enter 換行；選字時按 Enter 不會送出。',
      'Esc 停止等候回覆。',
      '選項除了點選，也可以直接輸入它的號碼或文字。',
      'Tab 依序移動；頁面最前面有「跳到輸入框」。',
    ],
    access: '沒有開啟 JavaScript 也能使用。',
  },
} as const;
