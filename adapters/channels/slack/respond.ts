import { type Called, type Parameters, post } from './client.ts';

/** Sends a message to a response URL, which only one person sees. Contract: as `Client.call()`. */
export type Respond = (url: string, message: Parameters) => Promise<Called>;

const headers = { 'content-type': 'application/json; charset=utf-8' };

/** Responses go to Slack alone: a stored address is never called because it was stored. `apiUrl` null is Slack itself. */
export function createRespond(apiUrl: string | null): Respond {
  return async (url, message) => {
    if (!isSlack(url, apiUrl)) return { type: 'failed', code: 'foreign_url', afterMs: null, done: 'no' };
    const body = JSON.stringify({ response_type: 'ephemeral', replace_original: false, ...message });
    const posted = await post(url, headers, body);
    // It was used five times, or is older than half an hour.
    return posted.type === 'failed' && /^http 4/.test(posted.code) ? { ...posted, code: 'expired_url' } : posted;
  };
}

function isSlack(url: string, apiUrl: string | null): boolean {
  const parsed = URL.parse(url);
  if (parsed === null) return false;
  if (apiUrl !== null && parsed.origin === URL.parse(apiUrl)?.origin) return true;
  return parsed.protocol === 'https:' && /^hooks\.slack(?:-gov)?\.com$/.test(parsed.host);
}
