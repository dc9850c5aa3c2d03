import type { Knowledge } from '../../knowledge/index.ts';
import { type LearningWording, learningWordings } from '../../prompts/index.ts';
import type { Change } from '../changes.ts';
import type { Handled } from '../handled.ts';
import type { PersonTurn } from '../person-turn.ts';
import type { Reply } from '../vocabulary.ts';
import { withChanges } from './changed-records.ts';
import { emptyDialogue, type LearningDialogue } from './dialogue.ts';

/** One turn of the ledger's conversation. */
export interface Scene extends PersonTurn {
  readonly knowledge: Knowledge;
  readonly words: LearningWording;
  readonly dialogue: LearningDialogue;
}

/** Sets a turn up. */
export function sceneOf(knowledge: Knowledge, turn: PersonTurn): Scene {
  return {
    ...turn,
    knowledge,
    words: learningWordings[turn.language],
    dialogue: { ...emptyDialogue, ...turn.session.learning },
  };
}

/** The scene after what a step made of it, as a further command of the same message meets it. */
export function sceneAfter(scene: Scene, { session, changes }: Handled): Scene {
  const records = withChanges(scene.records, changes);
  return { ...scene, session, records, dialogue: { ...emptyDialogue, ...session.learning } };
}

/** The turn's end: replies, the dialogue as it stands now, and what is kept. An interview that asks waits meanwhile. */
export function told(
  { session }: Scene,
  replies: readonly Reply[],
  learning: LearningDialogue,
  changes: readonly Change[] = [],
): Handled {
  const { interview } = session;
  const waiting =
    learning.open !== null && interview?.stage === 'asking' ? { ...interview, stage: 'cancelled' as const } : interview;
  return {
    replies,
    said: null,
    standalone: '',
    topics: [],
    session: { ...session, interview: waiting, learning },
    changes,
    privacy: 'personal',
    published: null,
  };
}
