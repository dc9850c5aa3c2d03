import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  AuthenticationConstants,
  AuthenticationError,
  ClaimsIdentity,
  type ConnectorClient,
  ServiceClientCredentialsFactory,
} from 'botframework-connector';
import * as mappers from 'botframework-connector/lib/connectorApi/models/mappers.js';
import { z } from 'zod';
import type { TeamsSettings } from '../../channel-settings.ts';
import type { BotFramework, NewChat, Sent, SignedRequest } from './framework.ts';
import { isLoopback, isServiceUrl } from './service-url.ts';

// The only file that knows the SDK. Without this line its serializer drops every field of an entity but three, and with them
// citations, the label of generated text and the order of a stream; mended upstream, and never released.
mappers.Entity.type.additionalProperties = { type: { name: 'Object' } };

const callerIssuer = AuthenticationConstants.ToBotFromChannelTokenIssuer;
/** Addresses of connectors that are kept; the platform has one for each region. */
const clientsMax = 16;
const messageCharactersMax = 300;
/** A request to nowhere: neither it nor our token leaves this machine. */
const notTrusted: Sent = { type: 'failed', status: 400, afterMs: null, code: 'ServiceUrlNotTrusted', message: '' };

/**
 * The SDK, set up. Where tokens are not checked, or checked against keys of this machine, the platform is a peer on this machine:
 * then nothing is sent anywhere else, and Entra is never asked for a token.
 */
export function createBotFramework(settings: TeamsSettings): BotFramework {
  const reach = settings.tokens === 'none' || isLoopback(settings.openIdMetadataUrl ?? '') ? 'local' : 'platform';
  const credentials = reach === 'local' ? new LocalCredentials(settings.appId) : undefined;
  const authentication = new ConfigurationBotFrameworkAuthentication(authenticationOptions(settings), credentials);
  const clients = createClients(authentication, settings.appId);
  const send = async (serviceUrl: string, request: (at: ConversationRequests) => Promise<unknown>): Promise<Sent> => {
    if (!isServiceUrl(serviceUrl, reach)) return notTrusted;
    try {
      const { conversations } = await clients(serviceUrl);
      const { id } = created.parse(await request(conversations));
      return { type: 'done', id: id === undefined || id === '' ? null : id };
    } catch (error) {
      return readFailure(error);
    }
  };
  return {
    verify: (request) => (settings.tokens === 'none' ? Promise.resolve('verified') : verify(authentication, request)),
    post: ({ serviceUrl, conversationId }, message, timeout) =>
      send(serviceUrl, (at) => at.sendToConversation(conversationId, activity.parse(message), { timeout })),
    update: ({ serviceUrl, conversationId }, id, message, timeout) =>
      send(serviceUrl, (at) => at.updateActivity(conversationId, id, activity.parse(message), { timeout })),
    open: (newChat, timeout) =>
      send(newChat.serviceUrl, (at) => at.createConversation(chatParameters(newChat), { timeout })),
  };
}

type ConversationRequests = ConnectorClient['conversations'];

/** One client for each address: it keeps the token. */
function createClients(authentication: ConfigurationBotFrameworkAuthentication, appId: string) {
  const identity = new ClaimsIdentity([{ type: AuthenticationConstants.AudienceClaim, value: appId }]);
  const factory = authentication.createConnectorFactory(identity);
  const clients = new Map<string, Promise<ConnectorClient>>();
  return (serviceUrl: string): Promise<ConnectorClient> => {
    const known = clients.get(serviceUrl);
    if (known !== undefined) return known;
    const client = factory.create(serviceUrl).then(withoutRepeating);
    if (clients.size >= clientsMax) clients.clear();
    clients.set(serviceUrl, client);
    return client;
  };
}

async function verify(
  authentication: ConfigurationBotFrameworkAuthentication,
  { authorization, channelId, serviceUrl }: SignedRequest,
): Promise<'verified' | 'refused'> {
  // Tokens of other issuers take ways through the SDK that do not compare the service URL; without one it compares nothing.
  if (issuerOf(authorization) !== callerIssuer || serviceUrl === '') return 'refused';
  try {
    await authentication.authenticateRequest(activity.parse({ channelId, serviceUrl }), authorization);
    return 'verified';
  } catch (error) {
    if (isRefusal(error)) return 'refused';
    throw error;
  }
}

/** As soon as one address is set, the SDK takes none of its own: so all of them are. */
function authenticationOptions({ appId, appPassword, tenantId, openIdMetadataUrl }: TeamsSettings) {
  const metadata = openIdMetadataUrl ?? AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl;
  return {
    MicrosoftAppId: appId,
    MicrosoftAppPassword: appPassword,
    ...(tenantId === null
      ? { MicrosoftAppType: 'MultiTenant' }
      : { MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: tenantId }),
    ValidateAuthority: true,
    ToChannelFromBotLoginUrl: AuthenticationConstants.ToChannelFromBotLoginUrl,
    ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
    ToBotFromChannelTokenIssuer: callerIssuer,
    OAuthUrl: AuthenticationConstants.OAuthUrl,
    ToBotFromChannelOpenIdMetadataUrl: metadata,
    ToBotFromEmulatorOpenIdMetadataUrl: metadata,
  };
}

/** A token that nobody issued; peers on this machine look at most whether there is one. */
class LocalCredentials extends ServiceClientCredentialsFactory {
  readonly #appId: string;

  constructor(appId: string) {
    super();
    this.#appId = appId;
  }

  override async isValidAppId(appId: string): Promise<boolean> {
    return appId === this.#appId;
  }

  override async isAuthenticationDisabled(): Promise<boolean> {
    return false;
  }

  override async createCredentials() {
    return {
      async signRequest<Request extends { headers: { set(name: string, value: string): unknown } }>(request: Request) {
        request.headers.set('authorization', 'Bearer local');
        return request;
      },
    };
  }
}

const activity = z.custom<Partial<Activity> & Activity>((value) => typeof value === 'object' && value !== null);
const chat = z.custom<Parameters<ConversationRequests['createConversation']>[0]>();
const created = z.looseObject({ id: z.string().optional() });
const pipeline = z.looseObject({
  client: z.looseObject({
    pipeline: z.custom<{ removePolicy(policy: { name: string }): unknown }>((value) => value instanceof Object),
  }),
});

function chatParameters({ botId, userId, tenantId }: NewChat) {
  const channelData = { tenant: { id: tenantId } };
  return chat.parse({ isGroup: false, bot: { id: botId }, members: [{ id: userId }], tenantId, channelData });
}

/** Who repeats decides the outbox. A redirection would take our token to an address that nobody has checked. */
function withoutRepeating(client: ConnectorClient): ConnectorClient {
  const { client: inner } = pipeline.parse(client);
  for (const name of ['defaultRetryPolicy', 'redirectPolicy']) inner.pipeline.removePolicy({ name });
  return client;
}

const payload = z.looseObject({ iss: z.string() });

/** Who says that they wrote the token; null for what is no token. Nothing is proved by it. */
function issuerOf(authorization: string): string | null {
  const part = /^Bearer [\w-]+\.([\w-]+)\.[\w-]+$/.exec(authorization)?.[1];
  if (part === undefined) return null;
  try {
    const read = payload.safeParse(JSON.parse(Buffer.from(part, 'base64url').toString('utf8')));
    return read.success ? read.data.iss : null;
  } catch {
    return null;
  }
}

/** The SDK throws what its token library throws; everything else is a failure of our own, such as keys that nobody sends. */
function isRefusal(error: unknown): boolean {
  if (error instanceof AuthenticationError) return error.statusCode === 401;
  return error instanceof Error && ['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError'].includes(error.name);
}

const failure = z.looseObject({
  statusCode: z.number().optional().catch(undefined),
  code: z
    .union([z.string(), z.number()])
    .transform(String)
    .pipe(z.string().regex(/^\w{1,60}$/))
    .catch(''),
  message: z.string().catch(''),
  response: z
    .looseObject({ headers: z.custom<{ get(name: string): string | undefined }>() })
    .optional()
    .catch(undefined),
});

function readFailure(error: unknown): Sent {
  const { statusCode: status = null, code, message, response } = failure.parse(error);
  // Done, and only what came back could not be read.
  if (status !== null && status >= 200 && status < 300) return { type: 'done', id: null };
  const seconds = Number(response?.headers.get('retry-after') ?? '');
  const afterMs = seconds > 0 ? Math.ceil(seconds * 1_000) : null;
  return { type: 'failed', status, afterMs, code, message: message.slice(0, messageCharactersMax) };
}
