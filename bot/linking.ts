import { normaliseQuery } from '../knowledge/index.ts';
import { linkingWordings } from '../prompts/index.ts';
import type { Change } from './changes.ts';
import { type Handled, handled } from './handled.ts';
import { linkCodeMinutes } from './limits.ts';
import { noticeReply } from './notices.ts';
import type { PersonTurn } from './person-turn.ts';

const asksForCode =
  /^(?:我(?:要|想)|請|幫我|可以|麻煩)*(?:(?:取得|產生|給我|拿|要|索取|申請)(?:一組|一個)?(?:連結|綁定|連動|同步)碼|(?:連結|綁定)(?:其他|另一個|別的)?(?:頻道|帳號|裝置|網頁)|(?:連結|綁定)碼|(?:get|give me) (?:a )?link code|link (?:another )?(?:channel|account))$/;
const places = '(?:手機|電腦|網頁|帳號|裝置|頻道|兩邊|兩個|通訊軟體|平板|桌機|筆電)';
const asksHow = new RegExp(
  `^(?!.*(?:課|證照|表51)).{0,12}${places}.{0,12}${places}?.{0,8}(?:的)?(?:紀錄|記錄|資料|時數|帳號|角色|任務)?.{0,4}(?:合在一起|合併|併在一起|合起來|同步|整合|綁定|綁在一起|串在一起|連在一起|連動|連起來)|^(?:要)?(?:怎麼|如何)(?:綁定|連結)(?:帳號|裝置|手機|電腦|另一個帳號)?$|^how (?:do|can) i (?:link|connect|merge) (?:my )?(?:two )?(?:accounts?|devices|channels)$`,
);
const unlinks =
  /^(?:我(?:要|想)|請|幫我|可以|怎麼|如何|能不能|麻煩)*(?:解除|取消|中斷|斷開|拆開|移除)(?:帳號|頻道|裝置|這個|兩邊的?)?的?(?:連結|綁定|連動|同步)(?:嗎|碼)?$|^(?:解綁|unlink(?: my)?(?: accounts?| channels?)?)$/;
const typesCode = /^(?:連結碼?|link)[\s::]*([0-9a-z]{4})[\s-]?([0-9a-z]{4})$/;

/** 「取得連結碼」 here, 「連結 ABCD-EFGH」 there: one person in two channels. Null where the message is about none of it. */
export async function handleLinking(
  { session, records, language, moment }: PersonTurn,
  text: string,
): Promise<Handled | null> {
  const words = linkingWordings[language];
  const plain = normaliseQuery(text)
    .trim()
    .replace(/[。.!?]+$/, '');
  const tell = (sentence: string, changes: readonly Change[]): Handled => ({
    ...handled([noticeReply(sentence, language, [])], session),
    changes,
    // Whoever reads a code becomes the person who got it.
    privacy: 'sensitive',
  });
  if (unlinks.test(plain)) return tell(words.unlink, []);
  if (asksForCode.test(plain)) {
    const code = records.newLinkCode();
    const expiresAt = moment.now + linkCodeMinutes * 60_000;
    const shown = `${code.slice(0, 4)}-${code.slice(4)}`;
    return tell(words.code(shown, linkCodeMinutes), [{ type: 'linkCodeMade', code, expiresAt }]);
  }
  if (asksHow.test(plain)) return tell(words.help(linkCodeMinutes), []);
  const typed = typesCode.exec(plain)?.slice(1).join('').toUpperCase();
  if (typed === undefined) return null;
  const hidden = (result: Handled): Handled => ({ ...result, said: words.hidden });
  switch (await records.checkLinkCode(typed)) {
    case 'good':
      return hidden(tell(words.linked, [{ type: 'linked', code: typed }]));
    case 'own':
      return hidden(tell(words.own, []));
    case 'unknown':
      return hidden(tell(words.unknown, [{ type: 'linkFailed' }]));
    case 'tooManyTries':
      return hidden(tell(words.tooManyTries, []));
  }
}
