import type { Address, Conversations, Rating } from '../../../adapters/conversations.ts';
import type { Joining, Message, Reply } from '../../../bot/index.ts';

/** What reached the conversations. */
export type Reached =
  | {
      readonly type: 'accept';
      readonly address: Address;
      readonly message: Message;
      readonly event: string;
      readonly target: string;
    }
  | {
      readonly type: 'join';
      readonly address: Address;
      readonly how: Joining;
      readonly event: string;
      readonly target: string;
    }
  | { readonly type: 'rate'; readonly address: Address; readonly receipt: string; readonly rating: Rating }
  | { readonly type: 'withdraw'; readonly address: Address; readonly event: string };

/** Conversations that only remember what reached them. */
export interface ScriptedConversations extends Conversations {
  readonly reached: Reached[];
  /** `gone` rejects everything, `slow` keeps it after all deadlines. */
  store: 'there' | 'gone' | 'slow';
  /** What `rate` finds. */
  turns: 'kept' | 'unknown';
}

/** Nothing is answered; a known event is told apart by thread and name, as a store does. */
export function createScriptedConversations(overview: Reply): ScriptedConversations {
  const known = new Set<string>();
  const keep = async (reached: Reached): Promise<void> => {
    if (scripted.store === 'gone') throw new Error('the store is gone');
    if (scripted.store === 'slow') await new Promise(() => undefined);
    scripted.reached.push(reached);
  };
  const once = async (reached: Extract<Reached, { event: string }>): Promise<'new' | 'known'> => {
    const name = `${reached.address.thread} ${reached.event}`;
    await keep(reached);
    if (known.has(name)) return 'known';
    known.add(name);
    return 'new';
  };
  const scripted: ScriptedConversations = {
    reached: [],
    store: 'there',
    turns: 'kept',
    send: () => Promise.reject(new Error('replies are sent')),
    accept: (address, message, event, target) => once({ type: 'accept', address, message, event, target }),
    join: (address, how, event, target) => once({ type: 'join', address, how, event, target }),
    async rate(address, receipt, rating) {
      await keep({ type: 'rate', address, receipt, rating });
      return scripted.turns;
    },
    withdraw: (address, event) => keep({ type: 'withdraw', address, event }),
    overview: () => (scripted.store === 'gone' ? Promise.reject(new Error('gone')) : Promise.resolve(overview)),
    prompts: () => Promise.resolve([{ title: '還差幾小時', message: '我還差幾小時？' }]),
    find: () => [],
    quotes: (passages) => overview.citations.filter(({ passage }) => passages.includes(passage)),
    transcript: () => Promise.resolve([]),
    welcome: () => overview,
  };
  return scripted;
}
