/** Sends a request, as `fetch` does. */
export type Request = (url: string, options: RequestInit) => Promise<Response>;

/** What came of asking a server. */
export type Asked =
  | {
      readonly type: 'answered';
      readonly status: number;
      readonly headers: Headers;
      readonly text: string;
      /** What the server's clock said, milliseconds; null where it did not say. */
      readonly serverTime: number | null;
    }
  | { readonly type: 'unreachable'; readonly reason: string };

/** An operator waits for it, milliseconds. */
const waitMs = 5_000;
/** More than any of the answers that are asked for has; the rest is not read. */
const textBytesMax = 64 * 1024;

/** Asks once. Contract: never rejects; over within `waitMs`; the reason holds nothing that was sent. */
export async function askServer(request: Request, url: string, options: RequestInit): Promise<Asked> {
  try {
    const response = await request(url, { ...options, redirect: 'manual', signal: AbortSignal.timeout(waitMs) });
    const serverTime = Date.parse(response.headers.get('date') ?? '');
    return {
      type: 'answered',
      status: response.status,
      headers: response.headers,
      text: await readSome(response),
      serverTime: Number.isNaN(serverTime) ? null : serverTime,
    };
  } catch (error) {
    return { type: 'unreachable', reason: describe(error) };
  }
}

/** What an answer says in JSON; null where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

async function readSome({ body }: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body ?? []) {
    parts.push(part);
    bytes += part.length;
    if (bytes > textBytesMax) break;
  }
  return Buffer.concat(parts).toString('utf8');
}

const reasons: readonly (readonly [RegExp, string])[] = [
  [/^ENOTFOUND$|^EAI_AGAIN$/, '查不到這個主機名稱，請看 DNS 與代理設定'],
  [/^ECONNREFUSED$/, '連線被拒絕，那裡沒有程式在聽'],
  [/^ECONNRESET$|^UND_ERR_SOCKET$|^EPIPE$/, '連線中斷'],
  [/^EHOSTUNREACH$|^ENETUNREACH$/, '網路到不了'],
  [/CERT|TLS|SSL|UNABLE_TO/, '憑證無法驗證'],
  [/TIMEOUT|TIMEDOUT/, '沒有回應'],
];

/** By the code alone: a message could repeat an address with a password in it. */
function describe(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return `等了 ${waitMs / 1_000} 秒沒有回應`;
  const code = codeOf(error instanceof Error ? (error.cause ?? error) : error);
  return reasons.find(([pattern]) => pattern.test(code))?.[1] ?? `連線失敗${code === '' ? '' : `（${code}）`}`;
}

function codeOf(error: unknown): string {
  // Several addresses of one name that all failed come as one error with the parts in it.
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return typeof first === 'object' && first !== null && 'code' in first ? String(first.code) : '';
}
