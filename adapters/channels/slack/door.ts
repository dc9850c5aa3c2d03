import { App, type ExpressReceiver, type ReceiverEvent, type SocketModeReceiver } from '@slack/bolt';
import { createQuietLogger } from './quiet-logger.ts';

/** What Slack is answered: nothing, a command's text, or what a form shows. */
export type Answer = Readonly<Record<string, unknown>> | null;

/** Takes one payload in. Contract: what it says is kept when it resolves; rejects where Slack must send it again. */
export type Take = (body: unknown) => Promise<Answer>;

type Receiver = ExpressReceiver | SocketModeReceiver;

/**
 * Bolt's receivers without Bolt's app. They verify, bound and unpack requests and hold the socket; the app would acknowledge an
 * event before anything of it is kept, and not at all what it does not know.
 */
class Door extends App {
  readonly #take: Take;

  constructor(receiver: Receiver, take: Take) {
    super({
      receiver,
      // Never asked: every payload goes to `take`.
      authorize: () => Promise.resolve({}),
      logger: createQuietLogger(() => undefined),
      ignoreSelf: false,
      convoStore: false,
    });
    this.#take = take;
  }

  override async processEvent({ body, ack }: ReceiverEvent): Promise<void> {
    const answer = await this.#take(body);
    await (answer === null ? ack() : ack(answer));
  }
}

/** Hands everything that this receiver receives to `take`. */
export function openDoor(receiver: Receiver, take: Take): void {
  new Door(receiver, take);
}
