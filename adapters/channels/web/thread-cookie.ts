import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Ids } from '../../../bot/index.ts';
import type { Address } from '../../conversations.ts';

const name = 'thread';
const shape = /^[\w-]{1,100}$/;

/** How long a browser is remembered where the person asked for it, milliseconds: half a year of hours and tasks. */
const cookieAgeMs = 180 * 24 * 60 * 60_000;

/**
 * Where this browser talks, from its cookie; a browser without one gets one, which goes when the browser is closed: others may
 * use the same computer. The cookie's value is random and is all that protects
 * what is kept, so that only its hash is kept: who reads the database cannot be that browser.
 */
export function addressOf(request: Request, response: Response, ids: Ids, agency: string): Address {
  const known = readThreadCookie(request);
  const id = known ?? ids.next();
  if (known === null) response.cookie(name, id, cookieOptions(request));
  const account = createHash('sha256').update(id).digest('base64url').slice(0, 22);
  return { agency, channel: 'web', account, thread: `web:${account}`, audience: 'private', privately: null };
}

/** Keeps the cookie beyond the closing of the browser, because the person says that nobody else uses it. */
export function rememberBrowser(request: Request, response: Response): void {
  const known = readThreadCookie(request);
  if (known !== null) response.cookie(name, known, { ...cookieOptions(request), maxAge: cookieAgeMs });
}

/** This browser is nobody from now on. */
export function forgetBrowser(request: Request, response: Response): void {
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
