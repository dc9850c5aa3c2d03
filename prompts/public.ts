/** What is said where others read along, and of showing them what was told in private. */
export interface PublicWording {
  /** All that is said in public of a matter that concerns only who asked; it must not tell what that is. */
  readonly privately: string;
  /** Stands in the transcript of the public thread where such words were. */
  readonly notKept: string;
  /** Talk begins anew where nobody takes away what others said. */
  readonly restarted: string;
  /** Somebody looks for a person before anything was asked: nobody is to tell their matter here. */
  readonly handoff: string;
  /** In private, behind words with personal data that were typed before others. */
  readonly masked: string;
  readonly share: string;
  readonly shared: string;
  readonly alreadyShared: string;
  /** Above what a person shows. */
  readonly sharedBy: string;
}

/** The sentences on public places, by language. */
export const publicWordings: Readonly<Record<'zh-TW' | 'en', PublicWording>> = {
  'zh-TW': {
    privately: '這件事我私下回覆您。',
    notKept: '（私下回覆，這裡沒有留存內容）',
    restarted: '好，我們重新開始；前面說過的，接下來不再當作上下文。',
    handoff:
      '好，請以貴機關慣用的方式（分機、電子郵件或當面）聯絡本機關的人事承辦人；目前這個版本還不能替您送出。個人的事請不要寫在這裡，可以私下問我。',
    masked: '提醒您：您在頻道裡的訊息含有個人資料。我這裡已先遮蔽、不會留存，但頻道裡的原訊息還在，請自行刪除。',
    share: '分享到剛才的頻道',
    shared: '已分享到您剛才提問的地方。',
    alreadyShared: '這則已經分享過了，不會再貼一次。',
    sharedBy: '提問的同仁選擇分享下面這則原本私下給本人的回覆：',
  },
  en: {
    privately: 'I will answer you about this in private.',
    notKept: '(answered in private; nothing of it is kept here)',
    restarted: 'All right, we start again; what was said before no longer counts as context.',
    handoff:
      'Please contact your agency’s personnel officer the usual way; this version cannot send anything for you yet. Keep personal matters out of this place; you can ask me about them in private.',
    masked:
      'Please note: your message in the channel has personal data in it. I masked it and do not keep it, but the message is still there; please delete it.',
    share: 'Share there',
    shared: 'Shared where you had asked.',
    alreadyShared: 'This was shared already; it is not posted again.',
    sharedBy: 'The person who asked chose to share this reply, which was given in private:',
  },
};
