import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * Nothing but our own files, no inline script or style, no frame around us. `upgrade-insecure-requests` is left out because
 * agencies run this in intranets without https. The referrer policy is `same-origin`: under `no-referrer` browsers send
 * `Origin: null` with our own forms, which the same-origin check would refuse.
 */
export const securityHeaders: RequestHandler = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  referrerPolicy: { policy: 'same-origin' },
  xFrameOptions: { action: 'deny' },
});
