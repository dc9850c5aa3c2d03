import { loadKnowledge } from '../../../adapters/content.ts';
import { createBot, emptySession, type Reply, type Session } from '../../../bot/index.ts';
import { type Conversation, readConversations } from '../../conversations/read-conversations.ts';
import { createScriptedRecords } from '../scripted-records.ts';

/** A reply as the bot gave it, and after what. */
export interface SpokenReply {
  readonly after: string;
  readonly reply: Reply;
}

const knowledge = loadKnowledge();
const bot = createBot(knowledge);

/** Every reply of the YAML conversations, of every topic of the shipped documents in both languages, and the welcomes. */
export async function collectReplies(): Promise<readonly SpokenReply[]> {
  const spoken: SpokenReply[] = [];
  for (const language of ['zh-TW', 'en'] as const) {
    spoken.push({ after: `welcome, ${language}`, reply: bot.welcome(language) });
    for (const id of knowledge.topics.keys()) spoken.push(...(await tapTopic(id, { ...emptySession, language })));
  }
  for (const conversation of readConversations()) spoken.push(...(await hold(conversation)));
  return spoken;
}

async function tapTopic(id: string, session: Session): Promise<readonly SpokenReply[]> {
  const message = { text: id, choice: `topic:${id}` };
  const { replies } = await bot.turn(session, message, { now: 0, today: '2026-11-21' }, null);
  return replies.map((reply) => ({ after: `${id}, ${session.language}`, reply }));
}

async function hold({ title, as_of, turns }: Conversation): Promise<readonly SpokenReply[]> {
  const records = createScriptedRecords();
  const spoken: SpokenReply[] = [];
  let session = emptySession;
  let offered = bot.welcome('zh-TW').choices;
  for (const { say, choose, times } of turns) {
    const choice = offered.find(({ label }) => label === choose)?.value ?? null;
    const text = say?.repeat(times) ?? choose ?? '';
    const moment = { now: Date.parse(`${as_of}T02:00:00Z`), today: as_of };
    const turn = await bot.turn(session, { text, choice }, moment, records);
    records.apply(turn.changes);
    session = turn.session;
    offered = turn.replies.flatMap(({ choices }) => choices);
    spoken.push(...turn.replies.map((reply) => ({ after: `${title}: ${text.slice(0, 40)}`, reply })));
  }
  return spoken;
}
