import { answer } from './sample-replies.ts';
import { createScriptedConversations, type Reached, type ScriptedConversations } from './scripted-conversations.ts';
import { openSlackWorld, type SlackWorld } from './slack-world.ts';

/** A Slack whose conversations only remember what reached them. */
export interface ScriptedWorld extends SlackWorld {
  readonly conversations: ScriptedConversations;
  /** What reached them of a kind, in order. */
  reached<Type extends Reached['type']>(type: Type): readonly Extract<Reached, { type: Type }>[];
  /** The same for messages and those who came: where the replies go. */
  targets(type: 'accept' | 'join'): readonly unknown[];
}

/** Alice's one private thread. */
export const aliceThread = 'slack:T01TEST:@U01ALICE';

/** Opens the world; App Home shows a sample answer. */
export async function openScriptedWorld(): Promise<ScriptedWorld> {
  const conversations = createScriptedConversations(answer);
  const reached: ScriptedWorld['reached'] = (type) =>
    conversations.reached.filter((one): one is Extract<Reached, { type: typeof type }> => one.type === type);
  return {
    ...(await openSlackWorld(conversations)),
    conversations,
    reached,
    targets: (type) => reached(type).map(({ target }) => JSON.parse(target)),
  };
}
