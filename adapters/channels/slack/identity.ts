import { z } from 'zod';
import type { Client } from './client.ts';

/** Who this app is: its workspace and its account there. */
export interface Own {
  readonly team: string;
  readonly user: string;
}

/** Asks once who the token belongs to. */
export interface Identity {
  /** Contract: one question at a time, none once it was answered; rejects where Slack does not say. */
  ask(): Promise<Own>;
  /** What was answered; null before. */
  known(): Own | null;
}

const schema = z.looseObject({ team_id: z.string(), user_id: z.string() });

/** The identity behind this client's token. */
export function createIdentity(client: Client): Identity {
  let known: Own | null = null;
  let asking: Promise<Own> | null = null;
  const ask = async (): Promise<Own> => {
    const called = await client.ask('auth.test', {}, schema);
    if (called.type === 'failed') throw new Error(`auth.test: ${called.code}`);
    known = { team: called.data.team_id, user: called.data.user_id };
    return known;
  };
  return {
    known: () => known,
    async ask() {
      if (known !== null) return known;
      asking ??= ask().finally(() => {
        asking = null;
      });
      return asking;
    },
  };
}
