/** What the commands that read and write tables say to the operator, in zh-TW. A sentence names the line or the column itself. */
export const tablesWording = {
  /** Why a whole file could not be read. */
  file: {
    empty: '檔案是空的，沒有資料列。',
    tooLarge: '檔案太大。請依年度或單位分成幾個檔案再匯入。',
    tooManyRows: '資料列太多。請依年度或單位分成幾個檔案再匯入。',
    tooManyColumns: '欄位太多，或某一列的分隔符號異常多。請只留需要的欄位再匯入。',
    bomb: '這個 XLSX 檔解開後異常龐大，為了安全沒有讀取。請用試算表程式另存新檔後再試。',
    broken: '這個檔案已損壞，或不是正確的 XLSX。請用試算表程式開啟後另存為 XLSX 或 CSV 再試。',
    encrypted: '這個檔案有密碼保護。請移除密碼、另存新檔後再匯入。',
    oldExcel: '這是舊版的 .xls 檔。請用試算表程式開啟後另存為 XLSX 或 CSV（UTF-8）再匯入。',
    markup: '這個檔案其實是網頁或 XML 表格（有些系統會把它取名為 .xls）。請用試算表程式開啟後另存為 XLSX 再匯入。',
    otherFormat: '這不是 CSV 或 XLSX 檔。請改用這兩種格式。',
    sheetUnknown: (sheets: readonly string[]) =>
      sheets.length === 0
        ? '檔案裡沒有可讀的工作表。'
        : `檔案裡沒有這個名稱的工作表。有的工作表是：${sheets.map((name) => `「${name}」`).join('、')}。`,
    noHeader:
      '找不到標題列：開頭的幾列裡沒有足夠的欄名可以辨認。請確認欄名（例如：帳號、課程名稱、完成日期、時數），或用 --map 指定。',
  },

  /** Why a row is bad. */
  row: {
    torn: '這一列的雙引號不成對或位置不對，無法確定怎麼分欄。',
    cellTooLong: (max: number) => `這一列有儲存格超過 ${max} 個字。`,
    tooManyCells: (columns: number) =>
      `這一列的格數比標題的 ${columns} 欄多，可能有逗號沒有加引號，後面的欄位都移位了。`,
    headerAgain: '這一列是重複的標題，不是資料。',
    noCourse: '缺少課程名稱。',
    noCertificate: '缺少證照名稱。',
    noSuchChannel: '不認得這個頻道。',
    contradicts: (line: number) => `和第 ${line} 列是同一件事，但內容不同，無法判斷哪一列對；第 ${line} 列已讀入。`,
  },
  account: {
    missing: '缺少帳號。',
    tooLong: (max: number) => `帳號超過 ${max} 個字。`,
    signs: '帳號裡有空白或不該有的符號。',
    idNumber: '這是身分證字號或統一證號，不能當帳號，也不會保存。',
    shortened: '帳號被試算表程式改成科學記號了，請把該欄設為文字後重新匯出。',
  },
  name: {
    formula: '這一格是公式或公式的錯誤值，沒有可用的內容。',
    unreadable: '文字有無法辨識的字元，可能是編碼錯誤。',
    tooLong: (max: number) => `文字超過 ${max} 個字。`,
  },
  date: {
    missing: '缺少日期。',
    unknown: '看不懂這個日期。請用 2026-03-05 或 115/03/05 這樣的寫法。',
    noSuchDay: '沒有這一天。',
    shortYear: '年份只有一、兩位數，分不出民國或西元。請寫成三位數的民國年（099/03/05）或四位數的西元年。',
    dayOrMonth: '分不出哪個是月、哪個是日。請用 2026-03-05 這樣的寫法。',
    otherZone: '日期帶有臺灣以外的時區，無法確定是哪一天。',
    spanIncomplete: '起訖日期有一邊看不懂。兩邊都請寫完整的年、月、日。',
    spanReversed: '起訖日期的結束日早於開始日。',
    inFuture: (date: string) => `日期 ${date} 在今天之後，還不能算完成。`,
    tooEarly: (date: string) => `日期 ${date} 太早，可能是年份打錯。`,
    farStart: (date: string) => `到職日 ${date} 離今天太遠，可能是年份打錯。`,
  },
  hours: {
    unknown: '看不懂這個時數。請寫成 3、0.5 或 3小時。',
    notPositive: '時數必須大於 0。',
    tooMany: (max: number) => `一門課的時數超過 ${max} 小時，可能是打錯或加總列。`,
    tooFine: '時數最多只能有兩位小數。',
  },
  category: {
    undecided: '類別只寫 AI，看不出是基礎還是進階。請用 --category 指定，例如 --category AI=aiBasic。',
    names: { aiBasic: 'AI 基礎', aiAdvanced: 'AI 進階', other: '其他' },
    blank: '（空白）',
  },

  /** What a column can mean. */
  meanings: {
    account: '帳號',
    course: '課程名稱',
    courseCode: '課程代碼（只在缺課程名稱時使用）',
    provider: '開課單位',
    date: '完成日期',
    hours: '時數',
    category: '類別',
    channel: '頻道',
    startsOn: '到職日',
    unit: '單位',
    certificate: '證照名稱',
    issuer: '發證單位',
    evidence: '佐證',
  },
  /** How a column came to its meaning. */
  standings: {
    said: '由您指定',
    clear: '',
    odd: '注意：多數內容讀不出來，請確認是不是這一欄',
    guessed: '只依內容推測，匯入前請用 --map 確認',
    personal: '個人資料，不讀取、不保存',
    second: '已有另一欄是這個意思，這一欄不讀；要改用這一欄請用 --map',
    unneeded: '用不到，不讀取',
  },

  /** The report of an import. */
  report: {
    source: (format: string, sheet: string | null) =>
      sheet === null ? `檔案格式：${format} 文字檔` : `檔案格式：${format}，工作表「${sheet}」`,
    otherSheets: (names: readonly string[]) =>
      `檔案另有 ${names.length} 張工作表沒有讀：${names.map((name) => `「${name}」`).join('、')}。要讀請用 --sheet 指定。`,
    header: (line: number, above: number) =>
      above === 0 ? `標題列：第 ${line} 列` : `標題列：第 ${line} 列（其上 ${above} 列視為說明，不讀取）`,
    mapping: '欄位對照：',
    column: (name: string, meaning: string, example: string, note: string) =>
      `  ${name} → ${meaning}${example === '' ? '' : `，例：${example}`}${note === '' ? '' : `（${note}）`}`,
    columnUnread: (name: string, note: string) => `  ${name} → 不讀（${note}）`,
    nameless: '（沒有欄名）',
    missing: (meaning: string, id: string) => `缺少必要的欄位：${meaning}。若檔案裡有，請用 --map 欄名=${id} 指定。`,
    wrongName: (name: string) => `--map 指定的「${name}」不在標題列裡，或屬於不得匯入的個人資料。`,
    mapWrong: (value: string) =>
      `--map 的寫法不對，或兩欄指定了同一個意思：「${value}」。請寫成 欄名=意思，例如 --map 課程名稱=course；不讀的欄寫 欄名=ignore。`,
    categoryWrong: (value: string) =>
      `--category 的寫法不對：「${value}」。請寫成 內容=類別，例如 --category AI素養=aiBasic；類別有 aiBasic、aiAdvanced、other。`,
    mapNames: (list: string) => `可用的意思：${list}。`,
    samples: '前幾列會這樣讀：',
    sample: (line: number, text: string) => `  第 ${line} 列：${text}`,
    hoursSample: (account: string, course: string, date: string, hours: number, category: string) =>
      `${account}｜${course}｜${date}｜${hours} 小時｜${category}`,
    certificateSample: (account: string, name: string, date: string, issuer: string) =>
      `${account}｜${name}｜${date}｜${issuer}`,
    rosterSample: (account: string, channel: string, startsOn: string, unit: string) =>
      `${account}（${channel}）｜到職日 ${startsOn}｜${unit}`,
    categories: '類別會這樣計：',
    category: (value: string, name: string, rows: number) => `  ${value} → ${name}（${rows} 列）`,
    categoryUnlisted: '（不在對照表裡，計為其他；要改請用 --category）',
    moreCategories: (count: number) => `  另有 ${count} 種內容`,
    state: (state: 'imported' | 'verified') =>
      state === 'verified' ? '證明狀態：已驗證（由您以 --verified 指定）' : '證明狀態：匯入',
    counts: (good: number, people: number, merged: number, bad: number) =>
      `可匯入 ${good} 筆（${people} 人）；重複而合併 ${merged} 列；有問題 ${bad} 列。`,
    merged: (lines: readonly string[]) => `重複而合併的列：${lines.join('、')}。`,
    mergedLine: (line: number, into: number) => `第 ${line} 列併入第 ${into} 列`,
    more: (count: number) => `另有 ${count} 列`,
    problems: '有問題的列（其他列不受影響）：',
    problem: (line: number, reason: string, value: string) =>
      value === '' ? `  第 ${line} 列：${reason}` : `  第 ${line} 列：${reason}內容：「${value}」`,
    moreProblems: (count: number) => `  另有 ${count} 列；要看全部請加 --problems 檔名.csv。`,
    problemColumns: ['列號', '原因', '內容'],
    shown: '以上只是預覽，還沒有寫入任何資料。確認無誤後加上 --apply 再執行一次。',
    unconfirmed: '有欄位只是依內容推測的，所以沒有寫入。請用 --map 確認後再執行一次。',
    refused: '沒有寫入任何資料。',
    nothing: '沒有可匯入的資料，沒有寫入。',
    applied: (changed: number, unchanged: number) =>
      `已寫入：新增或更新 ${changed} 筆，原本就有而不變 ${unchanged} 筆。`,
    startConflict: (line: number, account: string, told: string, kept: string) =>
      `第 ${line} 列 ${account}：檔案的到職日是 ${told}，這裡已經是 ${kept}，保留 ${kept}。要改請本人說「到職日改成…」。`,
    twins: '下列各列同一人同一天、課名相近，可能是同一門課；仍會各算一筆，請確認：',
    twin: (line: number, other: number, account: string, course: string, otherCourse: string) =>
      `  第 ${line} 列與第 ${other} 列 ${account}：「${course}」「${otherCourse}」`,
    moreLines: (count: number) => `  另有 ${count} 筆`,
    written: (rows: number, file: string) => `已輸出 ${rows} 筆到「${file}」。`,
  },

  /** The export of what is to be entered into WebHR. */
  certificates: {
    sheet: '證照登錄清單',
    note: '供登錄 WebHR 表51 專長時參考。表51 的欄位、代碼、由誰登打、附何證明，兩份文件都沒有記載，請以人事系統手冊為準並洽人事室確認。',
    columns: ['帳號／人員代號', '專長名稱／證照名稱', '發證單位', '日期', '佐證', '狀態'],
    states: { reported: '自報', imported: '匯入', verified: '已驗證' },
  },
} as const;
