import { normaliseQuery } from '../knowledge/index.ts';
import { linkingWordings } from '../prompts/index.ts';
import type { Change } from './changes.ts';
import { type Handled, handled } from './handled.ts';
import { linkCodeMinutes } from './limits.ts';
import { noticeReply } from './notices.ts';
import type { PersonTurn } from './person-turn.ts';

const asksForCode =
  /^(?:我(?:要|想)|請|幫我)?(?:(?:取得|產生|給我|拿)(?:一組)?連結碼|連結(?:其他|另一個|別的)?(?:頻道|帳號|裝置|網頁)|get (?:a )?link code|link (?:another )?(?:channel|account))$/;
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
  });
  if (asksForCode.test(plain)) {
    const code = records.newLinkCode();
    const expiresAt = moment.now + linkCodeMinutes * 60_000;
    const shown = `${code.slice(0, 4)}-${code.slice(4)}`;
    return tell(words.code(shown, linkCodeMinutes), [{ type: 'linkCodeMade', code, expiresAt }]);
  }
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
