import type { InBoth } from './app.ts';

/** A right that the app asks for, and why; as few as can be, because an administrator reads and grants them. */
export interface Right {
  readonly name: string;
  readonly reason: InBoth;
}

/** What the bot token of Slack may do. */
export const slackScopes: readonly Right[] = [
  {
    name: 'app_mentions:read',
    reason: {
      'zh-TW': '在頻道裡被提及時才收得到問題',
      en: 'receives questions in channels, only where it is mentioned',
    },
  },
  {
    name: 'assistant:write',
    reason: { 'zh-TW': '顯示處理狀態與建議的問題', en: 'shows what it is doing and suggests questions' },
  },
  {
    name: 'channels:read',
    reason: {
      'zh-TW': '得知有人加入設定的公開頻道，以便邀請新進同仁',
      en: 'learns who joins the public welcome channel, so that newcomers can be offered their first weeks',
    },
  },
  { name: 'chat:write', reason: { 'zh-TW': '送出與更新回覆', en: 'sends replies and updates them' } },
  {
    name: 'commands',
    reason: { 'zh-TW': '/hr 指令與「問人事」「交給人事」捷徑', en: 'the command /hr and both shortcuts' },
  },
  {
    name: 'im:history',
    reason: {
      'zh-TW': '收取同仁私下傳給助理的訊息；網路中斷後查自己是否已回覆，以免重複',
      en: 'receives what people write to it in private; after a broken connection looks whether its reply is there already',
    },
  },
  {
    name: 'im:write',
    reason: {
      'zh-TW': '開啟私訊：個人事務私下回覆、提醒、歡迎',
      en: 'opens the private conversation: personal answers, reminders, welcomes',
    },
  },
  {
    name: 'users:read',
    reason: {
      'zh-TW': '得知有新成員加入工作區；不讀取電子郵件',
      en: 'learns who is new in the workspace; does not include mail addresses',
    },
  },
];

/** What Slack tells the app of, and the scope that lets it; null for none. */
export const slackEvents: readonly { readonly name: string; readonly scope: string | null }[] = [
  { name: 'app_home_opened', scope: null },
  { name: 'app_mention', scope: 'app_mentions:read' },
  { name: 'member_joined_channel', scope: 'channels:read' },
  { name: 'message.im', scope: 'im:history' },
  { name: 'team_join', scope: 'users:read' },
];

/** What the app may do in Teams. Files, calls, Graph and the content of channels are not among it. */
export const teamsPermissions: readonly Right[] = [
  {
    name: 'identity',
    reason: { 'zh-TW': '知道是哪一位同仁在問（Entra 物件識別碼）', en: 'knows who asks (the Entra object id)' },
  },
  {
    name: 'messageTeamMembers',
    reason: {
      'zh-TW': '在團隊裡問到個人事務時，改為私下回覆',
      en: 'answers in private what concerns only the person who asked in a team',
    },
  },
];
