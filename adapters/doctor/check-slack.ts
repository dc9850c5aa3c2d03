import { z } from 'zod';
import type { SlackSettings } from '../channel-settings.ts';
import { slackScopes } from '../manifests.ts';
import { type Asked, askServer, parseJson, type Request } from './ask-server.ts';
import { type Finding, good, notice, skipped, toRepair } from './finding.ts';

const slackApi = 'https://slack.com/api/';
/** What people and Slack see of the rights, granted with the token. */
const scopesHeader = 'x-oauth-scopes';

const answer = z.looseObject({
  ok: z.boolean(),
  // What is not a word of Slack's own is not repeated.
  error: z
    .string()
    .regex(/^\w{1,60}$/)
    .catch('unreadable')
    .optional(),
  team_id: z
    .string()
    .regex(/^\w{1,30}$/)
    .optional(),
});

/** The token, its scopes and its workspace; the token for the socket. `serverTime` is what Slack's clock said. */
export async function checkSlack(
  settings: SlackSettings,
  request: Request,
): Promise<{ readonly findings: readonly Finding[]; readonly asked: Asked }> {
  const api = (settings.apiUrl ?? slackApi).replace(/\/*$/, '/');
  const [asked, socket] = await Promise.all([
    call(request, `${api}auth.test`, settings.botToken),
    settings.appToken === null ? null : call(request, `${api}apps.connections.open`, settings.appToken),
  ]);
  const token = describeToken(asked);
  return {
    findings: [
      token,
      ...(token.state === 'good' ? [describeScopes(asked), describeTeam(asked, settings)] : []),
      ...(socket === null ? [] : [describeSocket(socket)]),
    ],
    asked,
  };
}

function call(request: Request, url: string, token: string): Promise<Asked> {
  return askServer(request, url, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
}

function describeToken(asked: Asked): Finding {
  const about = 'Slack 權杖';
  const problem = problemOf(asked);
  if (problem === null) return good(about, 'Slack 接受 SLACK_BOT_TOKEN');
  if (problem.type === 'refused')
    return toRepair(
      about,
      `Slack 不接受 SLACK_BOT_TOKEN（${problem.code}）`,
      '在 OAuth & Permissions 重新安裝應用程式，換上新的權杖',
    );
  return toRepair(about, problem.text, '修好網路後再檢查一次；程式要能連到 slack.com');
}

function describeScopes(asked: Asked): Finding {
  const about = 'Slack 權限';
  const header = asked.type === 'answered' ? asked.headers.get(scopesHeader) : null;
  if (header === null) return skipped(about, 'Slack 沒有回報權限');
  const granted = header.split(',').map((scope) => scope.trim());
  const wanted = slackScopes.map(({ name }) => name);
  const missing = wanted.filter((scope) => !granted.includes(scope));
  if (missing.length > 0)
    return toRepair(about, `缺少 ${missing.join('、')}`, '用 npm run manifests 的 manifest 更新應用程式，再重新安裝');
  const more = granted.filter((scope) => scope !== '' && !wanted.includes(scope));
  if (more.length > 0)
    return notice(about, `多了用不到的 ${more.join('、')}`, '從 OAuth & Permissions 移除，再重新安裝');
  return good(about, `需要的 ${wanted.length} 項都有，沒有多的`);
}

function describeTeam(asked: Asked, { teams }: SlackSettings): Finding {
  const about = 'Slack 工作區';
  const team = readAnswer(asked)?.team_id ?? '';
  if (teams.length === 0) return good(about, `${team}；沒有設定 SLACK_TEAM_ID，只服務這一個`);
  if (teams.includes(team)) return good(about, `${team} 在 SLACK_TEAM_ID 裡`);
  return toRepair(about, `權杖屬於 ${team}，不在 SLACK_TEAM_ID 裡`, '更正 SLACK_TEAM_ID，或換成那個工作區的權杖');
}

function describeSocket(asked: Asked): Finding {
  const about = 'Slack Socket Mode';
  const problem = problemOf(asked);
  if (problem === null) return good(about, 'Slack 接受 SLACK_APP_TOKEN');
  if (problem.type === 'refused')
    return toRepair(
      about,
      `Slack 不接受 SLACK_APP_TOKEN（${problem.code}）`,
      '確認已開啟 Socket Mode，且 App-Level Token 有 connections:write',
    );
  return toRepair(about, problem.text, '修好網路後再檢查一次');
}

type Problem =
  | { readonly type: 'refused'; readonly code: string }
  | { readonly type: 'network'; readonly text: string };

function problemOf(asked: Asked): Problem | null {
  if (asked.type === 'unreachable') return { type: 'network', text: `連不到 Slack：${asked.reason}` };
  if (asked.status === 429) return { type: 'network', text: 'Slack 要求稍後再試（429）' };
  const read = readAnswer(asked);
  if (read === null) return { type: 'network', text: `回答的不像是 Slack（HTTP ${asked.status}）` };
  return read.ok ? null : { type: 'refused', code: read.error ?? 'unreadable' };
}

function readAnswer(asked: Asked): z.infer<typeof answer> | null {
  return asked.type === 'answered' ? (answer.safeParse(parseJson(asked.text)).data ?? null) : null;
}
