import type { Language } from './vocabulary.ts';

/** English words that people send alone. */
const alone =
  /^(?:hi|hello|hey|help|stop|cancel|restart|reset|continue|resume|back|skip|thanks|thx|bye|goodbye|yes|no|ok|okay|unsure|why|repeat)$/i;

/**
 * English where the message has Latin words and hardly any Chinese; names such as AI or WebHR do not make it English. A message
 * of one word or none (a number, `iPAS`) goes on in the language spoken `before`.
 */
export function detectLanguage(said: string, before: Language): Language {
  // An address has words in it, and none that somebody speaks.
  const text = said.replace(/\b(?:https?:\/\/|www\.)[^\s\p{Script=Han}]+/giu, ' ');
  const chinese = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[A-Za-z]{2,}/g)?.length ?? 0;
  if (chinese === 0 && words < 2) return alone.test(text.replace(/[^A-Za-z]/g, '')) ? 'en' : before;
  return words >= 2 && chinese <= words / 2 ? 'en' : 'zh-TW';
}
