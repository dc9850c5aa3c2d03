import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import { appId } from './teams-world.ts';

/** A token issuer on this machine, with the metadata that the platform publishes. */
export interface KeyServer {
  readonly metadataUrl: string;
  /** A token as the platform makes it; `claims` go over what is usual, `key` is the one that signs. */
  tokenFor(serviceUrl: string, claims?: Readonly<Record<string, unknown>>, key?: 'published' | 'other'): string;
  /** How the token is signed: not at all. */
  unsignedTokenFor(serviceUrl: string): string;
  /** False where the keys cannot be had. */
  answers: boolean;
  stop(): Promise<void>;
}

const issuer = 'https://api.botframework.com';
const keyId = 'key-of-the-test';

/** Listens on loopback; its key may speak for Teams alone. */
export async function createKeyServer(): Promise<KeyServer> {
  const published = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const other = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    if (!keys.answers) response.writeHead(503).end('{}');
    else if (request.url === '/keys') {
      const { n, e } = published.publicKey.export({ format: 'jwk' });
      response.end(JSON.stringify({ keys: [{ kty: 'RSA', use: 'sig', kid: keyId, n, e, endorsements: ['msteams'] }] }));
    } else response.end(JSON.stringify({ issuer, jwks_uri: `${origin()}/keys` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = (): string => {
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  };
  const usual = (serviceUrl: string) => {
    const seconds = Math.floor(Date.now() / 1_000);
    return { iss: issuer, aud: appId, serviceurl: serviceUrl, nbf: seconds - 60, exp: seconds + 3_600 };
  };
  const keys: KeyServer = {
    metadataUrl: `${origin()}/metadata`,
    tokenFor(serviceUrl, claims = {}, key = 'published') {
      const body = `${encode({ alg: 'RS256', typ: 'JWT', kid: keyId })}.${encode({ ...usual(serviceUrl), ...claims })}`;
      const { privateKey } = key === 'published' ? published : other;
      return `${body}.${sign('RSA-SHA256', Buffer.from(body), privateKey).toString('base64url')}`;
    },
    unsignedTokenFor: (serviceUrl) =>
      `${encode({ alg: 'none', typ: 'JWT', kid: keyId })}.${encode(usual(serviceUrl))}.x`,
    answers: true,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return keys;
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
