import { normaliseQuery } from '../knowledge/index.ts';
import { personalWordings } from '../prompts/index.ts';
import { noticeReply } from './notices.ts';
import type { Language, Reply } from './vocabulary.ts';

const things =
  '(?:這個|這些|這件事|這東西|這|那個|那些|它|(?:這個|這些|那些|新人|到職|角色|這份)?(?:任務|計畫|計劃|訪談|測驗|題目|問卷|問題|清單|登錄|東西|事情))';
const stops: readonly RegExp[] = [
  new RegExp(
    `^(?:唉|哎|啊|好煩|算了|抱歉|對不起|那|,)*(?:我)?(?:真的|已經|現在|其實|就是|好像|有點|都)*(?:不想|不要|不想要|不願意|懶得|沒空|不打算)(?:再|繼續|再繼續)*(?:做|弄|玩|填|答|回答|測|寫|用|看|問|聊|參加|搞|碰)(?:下去)?${things}?(?:下去)?(?:了|啦|嘛|耶|欸|喔|啊)*(?:,?(?:算了|好煩|好麻煩|很煩|太麻煩(?:了)?|沒意思|好累))*$`,
  ),
  new RegExp(
    `^${things}(?:我)?(?:真的|已經|其實)*(?:不想|不要|不想要|懶得)(?:再|繼續)*(?:做|弄|玩|填|答|回答|測|寫|用|參加|搞)(?:下去)?(?:了|啦|喔)*$`,
  ),
  /^(?:我)?(?:不做|不玩|不弄|不填|不測|不答|不用)(?:這個|這些|它|任務|訪談|測驗)?了(?:啦|喔)*$/,
  /^i (?:really )?(?:don'?t|do not|no longer) (?:want|feel like|wish) (?:to )?(?:do(?:ing)?|continu(?:e|ing)(?: with)?|go(?:ing)? on with|answer(?:ing)?|us(?:e|ing)) (?:this|that|it|these|the (?:tasks?|plan|interview|questions?))(?: any ?more)?$/,
];

/** Whether somebody wants to stop what is being done here (我不想做這個了), and says nothing of themselves: living is another matter. */
export function wantsToStop(text: string): boolean {
  const plain = normaliseQuery(text)
    .trim()
    .replace(/[\s。.!~…]+$/g, '')
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');
  return stops.some((pattern) => pattern.test(plain));
}

/** Where nothing runs that could be stopped. */
export function stopReply(language: Language): Reply {
  return noticeReply(personalWordings[language].stop, language);
}
