/**
 * Characters that are written in several ways, as pairs: what may stand in a text, then what is used in Taiwan. Only
 * pairs that mean the same in running text; 后/後 or 里/裡 do not, they differ in 皇后 and 公里.
 */
const PAIRS = `
臺台 佈布 裏裡 盃杯 畵畫 佔占 週周 滙匯 彚彙 檯台 煙菸 烟菸 僱雇 註注 儘盡 昇升 嚐嘗 傢家 兇凶 妳你 牠它 祂它 姊姐 僞偽
啓啟 喫吃 嫺嫻 嬀媯 峯峰 幺么 稜棱 樑梁 簷檐 汙污 洩泄 潙溈 爲為 牀床 痹痺 癡痴 皁皂 着著 祕秘 竈灶 糉粽 繮韁 纔才 羣群
脣唇 蔘參 衆眾 覈核 踊踴 鉢缽 鍼針 鮎鯰 麪麵 齶顎 敎教 敍敘 叙敘 旣既 强強 徧遍 恒恆 户戶 戸戶 挂掛 晋晉 税稅 説說 脱脫
悦悅 鋭銳 閲閱 兑兌 温溫 産產 値值 内內 黄黃 黒黑 郷鄉 鄕鄉 眞真 靑青 緖緒 决決 况況 凈淨 净淨 减減 凑湊 溼濕 滚滾 甦蘇
畧略 癒愈 盪蕩 砲炮 粧妝 綫線 総總 罸罰 羡羨 耑專 脚腳 艷豔 艶豔 虚虛 覇霸 証證 咏詠 譱善 賬帳 蹟跡 迹跡 逈迥 廻迴 釐厘
鉅巨 銹鏽 鎔熔 隣鄰 鷄雞 飮飲 餵喂 駡罵 鬪鬥 鬬鬥 鬭鬥 麴麯 媿愧 尙尚 槪概 淸清 擧舉 冲沖 册冊 吿告 刼劫 刧劫 勛勳 勲勳
奬獎 嶽岳 卹恤 栢柏 欵款 歎嘆 毁毀 琐瑣 傚效 侷局
`;

/** Variant → the form used in Taiwan, one UTF-16 unit each. A target is never itself a variant, so one pass is enough. */
export const variants: ReadonlyMap<string, string> = new Map(
  PAIRS.trim()
    .split(/\s+/)
    .map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]),
);
