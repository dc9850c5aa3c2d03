import { z } from 'zod';
import { OperatorError } from '../../bot/index.ts';
import {
  channelVariables,
  type SlackSettings,
  slackSettings,
  type TeamsSettings,
  teamsSettings,
} from '../channel-settings.ts';
import { type Config, readConfig } from '../config.ts';
import { type Finding, good, notice, skipped, toRepair } from './finding.ts';

/** The variables of the environment. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** What is set, as far as it can be used: what is wrong with one part hides no other. */
export interface Settings {
  readonly findings: readonly Finding[];
  /** Null where a variable that has nothing to do with channels is wrong. */
  readonly config: Config | null;
  /** Null where the channel is off or not set up as it should be. */
  readonly slack: SlackSettings | null;
  readonly teams: TeamsSettings | null;
  readonly publicUrl: string | null;
}

const guide = '見 adapters/channels/README.md';
/** What each variable should look like; the values themselves are never shown. */
const forms: Readonly<Record<string, string>> = {
  SLACK_BOT_TOKEN: '應以 xoxb- 開頭（OAuth & Permissions 的 Bot User OAuth Token）',
  SLACK_APP_TOKEN: '應以 xapp- 開頭（Basic Information 的 App-Level Token）',
  SLACK_TEAM_ID: '應是以逗號分開的工作區代號，例如 T01234567',
  SLACK_WELCOME_CHANNEL: '應是頻道代號，例如 C01234567',
  SLACK_API_URL: '應是網址，正式環境不必設定',
  TEAMS_APP_ID: '應是 GUID（Azure 應用程式註冊的「應用程式 (用戶端) 識別碼」）',
  TEAMS_TENANT_ID: '應是 GUID（「目錄 (租用戶) 識別碼」）',
  TEAMS_TOKENS: '只能是 verified 或 none',
  TEAMS_SECRET_EXPIRES: '應是日期，例如 2027-06-30',
  TEAMS_OPENID_METADATA_URL: '應是網址，正式環境不必設定',
  PUBLIC_URL: '應是 https:// 開頭的網址',
};

const channels = z.object(channelVariables);

/** Reads all variables, each by itself. */
export function checkSettings(variables: Variables): Settings {
  const wrong = Object.entries(channelVariables).flatMap(([name, form]) =>
    form.safeParse(variables[name]).success ? [] : [name],
  );
  const read = channels.parse(without(variables, wrong));
  const slack = wrong.some((name) => name.startsWith('SLACK_')) ? 'unreadable' : slackSettings(read);
  const host = variables['HOST'] ?? '127.0.0.1';
  const teams = wrong.some((name) => name.startsWith('TEAMS_')) ? 'unreadable' : teamsSettings(read, host);
  const base = readBase(variables);
  return {
    findings: [
      ...(base instanceof OperatorError
        ? [toRepair('基本設定', base.message, '見 README.md 的 Configuration')]
        : [good('基本設定', `監聽 ${base.host}:${base.port}`)]),
      ...wrong.map((name) => toRepair(`設定 ${name}`, '格式不對', forms[name] ?? guide)),
      ...describeSlack(slack),
      ...describeTeams(teams),
    ],
    config: base instanceof OperatorError ? null : base,
    slack: usable(slack),
    teams: usable(teams),
    publicUrl: read.PUBLIC_URL === '' ? null : read.PUBLIC_URL,
  };
}

/** A channel that is off, set up, half set up, or of which a value has not the right form. */
type Read<Channel> = null | Channel | { readonly missing: string } | 'unreadable';

function usable<Channel extends object>(read: Read<Channel>): Channel | null {
  return read === null || read === 'unreadable' || 'missing' in read ? null : read;
}

function describeSlack(read: Read<SlackSettings>): readonly Finding[] {
  const about = 'Slack 設定';
  if (read === 'unreadable') return [];
  if (read === null) return [skipped(about, '沒有設定，這個頻道是關閉的')];
  if ('missing' in read) return [toRepair(about, `缺少 ${read.missing}`, `${guide}「Slack 設定」`)];
  const ways = [...(read.signingSecret === null ? [] : ['HTTP']), ...(read.appToken === null ? [] : ['Socket Mode'])];
  if (read.signingSecret === null || /^[0-9a-f]{32}$/.test(read.signingSecret))
    return [good(about, `完整，使用 ${ways.join(' 與 ')}`)];
  return [
    notice(
      about,
      'SLACK_SIGNING_SECRET 不像 Slack 發的（應是 32 個十六進位字元）',
      '到 Basic Information 的 Signing Secret 再複製一次',
    ),
  ];
}

function describeTeams(read: Read<TeamsSettings>): readonly Finding[] {
  const about = 'Teams 設定';
  if (read === 'unreadable') return [];
  if (read === null) return [skipped(about, '沒有設定，這個頻道是關閉的')];
  if ('missing' in read)
    return [
      read.missing.startsWith('HOST')
        ? toRepair(
            about,
            'TEAMS_TOKENS=none 時任何人都能冒充同仁',
            '改回 verified，或把 HOST 設為 127.0.0.1 只供本機試用',
          )
        : toRepair(about, `缺少 ${read.missing}`, `${guide}「Teams 設定」`),
    ];
  if (read.tokens === 'none')
    return [notice(about, '不驗證來者的權杖，只能供本機試用', '正式使用前移除 TEAMS_TOKENS=none')];
  if (read.tenantId === null)
    return [toRepair(about, '缺少 TEAMS_TENANT_ID，沒有限定租用戶', '填入「目錄 (租用戶) 識別碼」')];
  return [good(about, '完整，單一租用戶')];
}

/** All but the channels, so that nothing of them hides what is wrong here. */
function readBase(variables: Variables): Config | OperatorError {
  try {
    return readConfig(without(variables, Object.keys(channelVariables)));
  } catch (error) {
    if (error instanceof OperatorError) return error;
    throw error;
  }
}

function without(variables: Variables, names: readonly string[]): Variables {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !names.includes(name)));
}
