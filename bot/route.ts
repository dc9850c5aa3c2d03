import { normaliseQuery } from '../knowledge/index.ts';

/** Words that steer the conversation and are the same in every channel. */
export type Command = 'help' | 'restart' | 'person' | 'reading' | 'interview' | 'resume' | 'repeat';

const commands: readonly (readonly [Command, RegExp])[] = [
  ['help', /^(?:說明|幫助|使用說明|功能|help|\/help|你能做什麼|你會什麼|怎麼用)$/],
  ['restart', /^(?:重來|重新開始|清除|清空|clear|restart|reset|重置|清除對話)$/],
  [
    'person',
    /^(?:(?:我要|我想|我|請|幫我)?(?:找|轉|問|聯絡)(?:真人|人事承辦人|承辦人|人事室|人事|人事單位|專人|客服|人)(?:處理|回答|幫忙)?|真人|轉真人|轉人工|(?:我要)?轉真人(?:[,，]?不要機器人)?|不要機器人|(?:請|幫我|麻煩)?(?:把(?:這個?|它))?(?:轉|交|送)給?(?:人事(?:室|承辦人|單位|同仁)?|承辦人)(?:處理|回答|辦理)?|叫?(?:你們)?(?:的)?人事(?:的人)?(?:出)?來|ask a person|talk to (?:a |an )?(?:human|person|hr)|human)$/,
  ],
  [
    'reading',
    /^(?:你(?:是)?(?:怎麼|如何)理解(?:的|我的問題)?|我理解的問題|你理解的問題(?:是什麼)?|how did you understand(?: that| it)?)$/,
  ],
  [
    'interview',
    /^(?:(?:請|可以)?幫我(?:判斷|看看|找|測|分類|做)(?:一下)?(?:我的|我是哪一?(?:種|類))?(?:的)?(?:ai)?(?:人才)?(?:角色|類別|分類|訪談|人才)?|(?:開始|做|進行)?角色(?:訪談|判斷|測驗|測試)|我(?:應該|到底)?(?:是|算|屬於|算是)(?:哪|什麼)一?(?:種|類|型|個)(?:的)?(?:ai)?(?:公務)?(?:人才|角色)|which (?:ai )?role (?:am i|fits me)|what (?:ai )?role am i)$/,
  ],
  ['resume', /^(?:繼續|繼續訪談|繼續做|接著做|接續|continue|resume|go on)$/],
  ['repeat', /^(?:再說一次|重複|再講一次|repeat|say (?:it|that) again)$/],
];

/** The command that the whole message is, or null. */
export function readCommand(text: string): Command | null {
  const plain = normaliseQuery(text).replace(/[\s?？!！。.~～,，]+$/g, '');
  return commands.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}
