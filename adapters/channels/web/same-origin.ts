import type { Request } from 'express';

/**
 * Whether a request that changes something came from our own page. Browsers say so in `Sec-Fetch-Site`, and where that is
 * missing (plain http in an intranet) in `Origin`. A client that sends neither is no browser and carries nobody's cookie.
 */
export function isSameOrigin(request: Request): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.get('origin');
  return origin === undefined || hostOf(origin) === request.host;
}

/** Null for `null` and for what is no address. */
function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
