import type {
  CertificateEntry,
  HoursEntry,
  NoticePreferences,
  Onboarding,
  Profile,
  Reply,
  Session,
  TurnRecord,
} from '../../bot/index.ts';
import { defaultNoticePreferences, emptySession } from '../../bot/index.ts';
import type { Way } from '../conversations.ts';
import type { InboundBody } from '../store.ts';
import type { CertificateTable, HoursTable } from './schema.ts';

// What this program wrote itself, under a migration that it knows: read back without checking every field of every turn.
// Fields that a newer release added take their empty value.

/** A session; what was added since it was written is as in a new one. */
export function readSession(state: string): Session {
  return { ...emptySession, ...(JSON.parse(state) as Session) };
}

/** What a person takes along; null where nothing is kept. */
export function readProfile(profile: string | null): Profile | null {
  return profile === null ? null : (JSON.parse(profile) as Profile);
}

/** What a person allows to be sent. */
export function readPreferences(preferences: string | null): NoticePreferences {
  return preferences === null
    ? defaultNoticePreferences
    : { ...defaultNoticePreferences, ...(JSON.parse(preferences) as NoticePreferences) };
}

/** What happened. */
export function readBody(body: string): InboundBody {
  return JSON.parse(body) as InboundBody;
}

/** A thread and the way there. */
export function readWay(way: string): Way {
  return JSON.parse(way) as Way;
}

/** A turn of the transcript. */
export function readTurn(record: string): TurnRecord {
  return JSON.parse(record) as TurnRecord;
}

/** A reply on its way. */
export function readReply(reply: string): Reply {
  return JSON.parse(reply) as Reply;
}

/** The first weeks of somebody. */
export function readOnboarding(state: string): Onboarding {
  return JSON.parse(state) as Onboarding;
}

/** A line of the ledger. */
export function readHours(row: HoursTable): HoursEntry {
  const { course, date, hours, category, provider, state } = row;
  return { course, date, hours, provider, category, state } as HoursEntry;
}

/** A certificate. */
export function readCertificate(row: CertificateTable): CertificateEntry {
  const { name, catalogue_id: catalogueId, date, issuer, evidence, state } = row;
  return { name, catalogueId, date, issuer, evidence, state } as CertificateEntry;
}
