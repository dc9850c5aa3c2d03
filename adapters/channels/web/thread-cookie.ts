import type { Request, Response } from 'express';
import type { Ids } from '../../../bot/index.ts';

const name = 'thread';
const shape = /^[\w-]{1,100}$/;

/**
 * The thread of this browser, from its cookie; a browser without one gets one. The id is random, and it stands behind
 * `web:`, so that no cookie can name a thread of another channel. The cookie goes when the browser is closed.
 */
export function threadOf(request: Request, response: Response, ids: Ids): string {
  const known = readThreadCookie(request);
  if (known !== null) return `web:${known}`;
  const id = ids.next();
  response.cookie(name, id, cookieOptions(request));
  return `web:${id}`;
}

/** Forgets the thread of this browser; its next page begins another. */
export function endThread(request: Request, response: Response): void {
  response.clearCookie(name, cookieOptions(request));
}

function cookieOptions(request: Request) {
  return { httpOnly: true, sameSite: 'lax', secure: request.secure, path: '/' } as const;
}

function readThreadCookie(request: Request): string | null {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  return value !== undefined && shape.test(value) ? value : null;
}
