/** The way from and to the platform, in plain data. */
export interface BotFramework {
  /**
   * Whether a request comes from the platform, by its token: signature, issuer, audience, service URL and time. Contract: rejects
   * only where the platform's keys could not be had.
   */
  verify(request: SignedRequest): Promise<'verified' | 'refused'>;
  /** Contract: never rejects; one request, never repeated by itself. The id is that of the new message. */
  post(to: Place, activity: object, timeoutMs: number): Promise<Sent>;
  /** Contract: as `post`; the message of this id says this from now on. */
  update(to: Place, id: string, activity: object, timeoutMs: number): Promise<Sent>;
  /** Contract: as `post`; the id is that of the one-to-one chat, the same one each time. */
  open(to: NewChat, timeoutMs: number): Promise<Sent>;
}

/** What the token of a request has to fit. */
export interface SignedRequest {
  readonly authorization: string;
  readonly channelId: string;
  readonly serviceUrl: string;
}

/** A conversation of the connector at this address. */
export interface Place {
  readonly serviceUrl: string;
  readonly conversationId: string;
}

/** Whom to talk to in a chat of their own. */
export interface NewChat {
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly botId: string;
  readonly userId: string;
}

/** What came of a request; a status of null means that no answer came, so that nobody knows whether it was done. */
export type Sent =
  | { readonly type: 'done'; readonly id: string | null }
  | {
      readonly type: 'failed';
      readonly status: number | null;
      /** What the platform asks to wait, milliseconds. */
      readonly afterMs: number | null;
      /** The platform's own word for it, such as `ContentStreamNotAllowed`; empty where it gave none. */
      readonly code: string;
      /** Its sentence. Not for logs: nobody promises what it quotes. */
      readonly message: string;
    };
