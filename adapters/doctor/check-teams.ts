import { z } from 'zod';
import { daysBetween } from '../../knowledge/index.ts';
import type { TeamsSettings } from '../channel-settings.ts';
import { type Asked, askServer, parseJson, type Request } from './ask-server.ts';
import { type Finding, good, notice, skipped, toRepair } from './finding.ts';

/** Where Microsoft gives out tokens; a registration without a tenant of its own belongs to the last. */
const loginServer = 'https://login.microsoftonline.com';
const sharedTenant = 'botframework.com';
const scope = 'https://api.botframework.com/.default';
/** A secret is reported so early, days: an administrator and a change of settings take weeks. */
const secretDays = 30;

const answer = z.looseObject({
  access_token: z.string().optional(),
  error_codes: z.array(z.number()).optional(),
});

/** What the codes of Microsoft's login mean to an administrator. */
const refusals: Readonly<Record<number, readonly [text: string, repair: string]>> = {
  7000215: ['TEAMS_APP_PASSWORD 不對', '要填用戶端密碼的「值」，不是「祕密識別碼」'],
  7000222: ['TEAMS_APP_PASSWORD 已經過期', '在「憑證及祕密」新增一個，換上後重新啟動'],
  700016: ['這個租用戶裡沒有 TEAMS_APP_ID', '核對應用程式識別碼與租用戶'],
  90002: ['沒有這個租用戶', '核對 TEAMS_TENANT_ID'],
};

/** Whether a token can be had with what is set. */
export async function checkTeams(
  { appId, appPassword, tenantId }: TeamsSettings,
  request: Request,
): Promise<{ readonly findings: readonly Finding[]; readonly asked: Asked }> {
  const asked = await askServer(request, `${loginServer}/${tenantId ?? sharedTenant}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: appId,
      client_secret: appPassword,
      scope,
    }),
  });
  return { findings: [describeToken(asked)], asked };
}

function describeToken(asked: Asked): Finding {
  const about = 'Teams 權杖';
  if (asked.type === 'unreachable')
    return toRepair(about, `連不到 login.microsoftonline.com：${asked.reason}`, '修好網路後再檢查一次');
  const read = answer.safeParse(parseJson(asked.text)).data;
  if (asked.status === 200 && read?.access_token !== undefined) return good(about, '拿得到權杖');
  const code = read?.error_codes?.[0];
  if (code === undefined) return toRepair(about, `登入伺服器回答 HTTP ${asked.status}`, '稍後再檢查一次');
  const [text, repair] = refusals[code] ?? ['拿不到權杖', '以這個代碼查 Microsoft Entra 的說明'];
  return toRepair(about, `${text}（AADSTS${code}）`, repair);
}

/** When the secret ends; `today` is an ISO date. */
export function checkSecret({ secretExpires }: TeamsSettings, today: string): Finding {
  const about = 'Teams 密碼期限';
  if (secretExpires === null) return skipped(about, '沒有設定 TEAMS_SECRET_EXPIRES，到期前無法提醒');
  const days = daysBetween(today, secretExpires);
  const renew = '在「憑證及祕密」新增一個，換上 TEAMS_APP_PASSWORD 與 TEAMS_SECRET_EXPIRES 後重新啟動';
  if (days < 0) return toRepair(about, `${secretExpires} 已經過期`, renew);
  if (days <= secretDays) return notice(about, `${secretExpires} 到期，還有 ${days} 天`, renew);
  return good(about, `${secretExpires} 到期，還有 ${days} 天`);
}
