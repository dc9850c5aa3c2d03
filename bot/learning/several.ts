import type { Handled } from '../handled.ts';
import { noticeReply } from '../notices.ts';
import { handleRequest } from './handle-request.ts';
import type { LearningRequest } from './read-request.ts';
import { type Scene, sceneAfter } from './scene.ts';

/**
 * Commands of one message, one after the other. What could not be done, or comes behind a question, is told to be left. Null where
 * they are only entries, which are read together, or where nothing came of any.
 */
export async function handleSeveral(
  scene: Scene,
  commands: readonly string[],
  requests: readonly (LearningRequest | null)[],
): Promise<Handled | null> {
  if (requests.every((request) => request === null || request.type === 'record')) return null;
  let now = scene;
  let result: Handled | null = null;
  const left: string[] = [];
  for (const [at, command] of commands.entries()) {
    const request = requests[at] ?? null;
    const asks: boolean = result !== null && now.dialogue.open !== scene.dialogue.open;
    const step: Handled | null = request === null || asks ? null : await handleRequest(now, request, command);
    if (step === null) left.push(command);
    else {
      result = result === null ? step : joined(result, step);
      now = sceneAfter(scene, result);
    }
  }
  if (result === null) return null;
  const notices = left.map((command) => noticeReply(scene.words.notHandled(command), scene.language, []));
  return { ...result, replies: [...result.replies, ...notices] };
}

/** Both steps as one; one word takes both back. */
function joined(before: Handled, step: Handled): Handled {
  const { learning } = step.session;
  const undo = [...(learning?.undo ?? []), ...(before.session.learning?.undo ?? [])];
  const session =
    learning === null || step.changes.length === 0
      ? step.session
      : { ...step.session, learning: { ...learning, undo } };
  return {
    ...step,
    session,
    replies: [...before.replies, ...step.replies],
    changes: [...before.changes, ...step.changes],
  };
}
