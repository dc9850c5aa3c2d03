/** What a table is read for. */
export type TableKind = 'hours' | 'roster' | 'certificates';

/** What a column can mean; the operator writes these names in `--map 課程名稱=course`. */
export type Meaning = keyof typeof headerNames;

/** The names of headers by meaning, in the order in which they are preferred where a table has several of them. */
export const headerNames = {
  account: split(
    `帳號 | 使用者帳號 | 登入帳號 | 學員帳號 | 個人帳號 | 人員代號 | 人員代碼 | 員工編號 | 員工代號 | 員工代碼 | 員編
     | 職員編號 | 職員代號 | 學員編號 | 人員編號 | 公務人員代號 | 身分識別 | 身分識別碼 | 識別碼 | 使用者代號 | 使用者ID
     | 帳號人員代號 | 帳號代號 | account | account id | user | user id | username | user name | login | employee id
     | employee no | upn | 電子郵件 | 電子郵件帳號 | 電子郵件信箱 | 電子信箱 | 公務信箱 | 信箱 | email | e-mail | mail
     | email address`,
  ),
  course: split(
    `課程名稱 | 課程 | 課名 | 課程標題 | 班別名稱 | 班期名稱 | 研習名稱 | 活動名稱 | 訓練名稱 | 課程主題 | 班名 | 學習名稱
     | 研習課程 | 研習主題 | 訓練課程 | 課程班別 | course | course name | course title | title`,
  ),
  courseCode: split(
    '課程代碼 | 課程代號 | 課程編號 | 課號 | 班別代碼 | 班期代碼 | course code | course id | course no',
  ),
  provider: split(
    `開課單位 | 訓練機構 | 開課機構 | 開課機關 | 辦理單位 | 辦訓單位 | 主辦單位 | 辦理機關 | 主辦機關 | 訓練單位
     | 學習機構 | 研習單位 | 上課機構 | 課程提供單位 | 平台 | 學習平台 | 來源平台 | provider | organizer | platform`,
  ),
  date: split(
    `完成日期 | 完成日 | 完訓日期 | 結訓日期 | 結訓日 | 完課日期 | 通過日期 | 通過時間 | 完成時間 | 取得日期 | 認證日期
     | 上課日期迄 | 上課日期訖 | 上課日期止 | 上課迄日 | 上課訖日 | 上課結束日期 | 結束日期 | 結束日 | 迄日 | 訖日 | 訖止日期
     | 研習日期迄 | 研習日期訖 | 訓練日期迄 | 訓練日期訖 | 訓練結束日期 | 研習結束日期 | 課程結束日期 | 日期迄 | 日期訖
     | 實際結束日期 | 上課日期起迄 | 上課日期起訖 | 上課起訖日期 | 上課起迄日期 | 訓練期間 | 研習期間 | 上課期間 | 起訖日期
     | 起迄日期 | 日期起訖 | 日期起迄 | 上課日期 | 研習日期 | 訓練日期 | 學習日期 | 課程日期 | 上課時間 | 發證日期 | 發照日期
     | 證照日期 | 取證日期 | 證書日期 | 合格日期 | 生效日期 | 日期 | completed | completed on | completion date | end date
     | issued | issued on | issue date | date`,
  ),
  hours: split(
    `認證時數 | 核定時數 | 學習時數 | 研習時數 | 時數 | 訓練時數 | 課程時數 | 上課時數 | 實際時數 | 實得時數 | 取得時數
     | 小時 | 小時數 | 總時數 | hours | hour | credit hours | hrs`,
  ),
  category: split(
    `AI課程類別 | AI類別 | 學習類別 | 課程類別 | 課程分類 | 類別 | 分類 | 課程類型 | 學習性質 | 課程性質 | 類型 | category
     | type`,
  ),
  channel: split('頻道 | 管道 | 通訊管道 | 溝通管道 | channel'),
  startsOn: split(
    `到職日期 | 到職日 | 報到日期 | 報到日 | 到任日期 | 到任日 | 任職日期 | 到職時間 | 就職日期 | 起聘日期 | 實際到職日
     | starts on | start date | onboard date | hire date | first day`,
  ),
  unit: split(
    `單位 | 服務單位 | 單位名稱 | 任職單位 | 所屬單位 | 部門 | 部門名稱 | 科室 | 處室 | 組室 | 服務機關 | 機關名稱 | 機關
     | unit | department | dept`,
  ),
  certificate: split(
    `證照名稱 | 證書名稱 | 專長名稱 | 認證名稱 | 證照 | 證書 | 專長 | 專長名稱證照名稱 | 檢定名稱 | 考試名稱 | 認證項目
     | certificate | certificate name | certification | name of certificate`,
  ),
  issuer: split(
    `發證單位 | 發照單位 | 發證機關 | 發照機關 | 發證機構 | 認證單位 | 認證機構 | 核發單位 | 核發機關 | 頒發單位 | issuer`,
  ),
  evidence: split(
    '佐證 | 佐證資料 | 證號 | 證書字號 | 證照字號 | 證書編號 | 證照編號 | 文號 | 字號 | evidence | proof',
  ),
} as const;

/** What a kind of table must have, and what it can have. A code serves where the name of a course is missing. */
export const kindMeanings: Readonly<
  Record<TableKind, { readonly required: readonly Meaning[]; readonly optional: readonly Meaning[] }>
> = {
  hours: { required: ['account', 'course', 'date', 'hours'], optional: ['courseCode', 'category', 'provider'] },
  roster: { required: ['account', 'startsOn'], optional: ['channel', 'unit'] },
  certificates: { required: ['account', 'certificate', 'date'], optional: ['issuer', 'evidence'] },
};

/** Headers of personal data that is not needed: never kept, never shown, and no `--map` can make an account of it. */
export const personalHeaders = split(
  `姓名 | 中文姓名 | 英文姓名 | 學員姓名 | 員工姓名 | 學員 | 人員姓名 | 名字 | name | full name | chinese name
   | 身分證字號 | 身份證字號 | 身分證號 | 身份證號 | 身分證統一編號 | 身分證 | 國民身分證統一編號 | 統一證號
   | 居留證號 | 護照號碼 | id number | national id | 身分證字號居留證號 | 出生日期 | 出生年月日 | 生日 | 性別
   | 年齡 | 婚姻 | birthday | gender | 電話 | 手機 | 行動電話 | 聯絡電話 | 公務電話 | 手機號碼 | 分機 | 住址
   | 地址 | 通訊地址 | 戶籍地址 | phone | mobile | 銀行帳號 | 存款帳號 | 郵局帳號 | 帳戶 | 緊急聯絡人 | 健保卡號`,
);

/** True for one of the names of `Meaning`. */
export function isMeaning(name: string): name is Meaning {
  return Object.hasOwn(headerNames, name);
}

function split(names: string): readonly string[] {
  return names.split('|').map((name) => name.trim());
}
