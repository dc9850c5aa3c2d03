import type { Generated } from 'kysely';

/**
 * The tables. Every row belongs to an agency and, where personal, to a person. Times are milliseconds since 1970, what a core
 * type holds is JSON as text, and nothing here is computed by an engine's own functions: both engines run the same queries.
 */
export interface Database {
  person: PersonTable;
  identity: IdentityTable;
  lease: LeaseTable;
  session: SessionTable;
  inbox: InboxTable;
  turn: TurnTable;
  outbox: OutboxTable;
  feedback: FeedbackTable;
  job: JobTable;
  hours: HoursTable;
  certificate: CertificateTable;
  onboarding: OnboardingTable;
  setting: SettingTable;
  link_code: LinkCodeTable;
  audit: AuditTable;
  audit_head: AuditHeadTable;
}

/** Somebody, by a random id: what they take along between threads and channels. */
export interface PersonTable {
  agency: string;
  id: string;
  /** JSON of `Profile`. */
  profile: string | null;
  /** JSON of `NoticePreferences`. */
  preferences: string | null;
  /** The unit of the roster. */
  unit: string | null;
  created_at: number;
  link_failures: number;
  link_failures_since: number;
}

/** An account of a channel, and whose it is. */
export interface IdentityTable {
  agency: string;
  channel: string;
  account: string;
  person: string;
  created_at: number;
}

/** Until when one replica alone may answer in a thread. */
export interface LeaseTable {
  agency: string;
  thread: string;
  /** Rises with every claim; a commit under an older one is refused. */
  fence: number;
  lease_until: number;
}

/** The memory of a thread. */
export interface SessionTable {
  agency: string;
  thread: string;
  /** Who spoke first; in a private thread the only one. */
  person: string;
  audience: string;
  version: number;
  /** JSON of `Session`. */
  state: string;
  last_at: number;
  /** Where the last replies were sent; null where they are fetched. */
  target: string | null;
}

/** Events that came in: the durable queue, and what was answered already. */
export interface InboxTable {
  agency: string;
  thread: string;
  event: string;
  seq: Generated<number>;
  channel: string | null;
  account: string | null;
  person: string | null;
  audience: string;
  /** JSON of `InboundBody`; emptied with the answer. */
  body: string;
  received_at: number;
  /** The version of the session that the answer made; null while it waits, 0 where the turn failed. */
  answered: number | null;
  /** Where the replies go; null where they are fetched. */
  target: string | null;
  /** JSON of a `Way`: where personal matters are answered instead. */
  privately: string | null;
}

/** The transcript. */
export interface TurnTable {
  agency: string;
  thread: string;
  version: number;
  person: string;
  /** JSON of `TurnRecord`. */
  record: string;
  at: number;
}

/** Replies on their way to a channel. */
export interface OutboxTable {
  agency: string;
  key: string;
  seq: Generated<number>;
  thread: string;
  channel: string;
  person: string;
  /** JSON of `Reply`; emptied once it was sent. */
  reply: string;
  state: 'waiting' | 'sent' | 'dead';
  attempts: number;
  next_at: number;
  lease_until: number;
  receipt: string | null;
  problem: string | null;
  at: number;
  target: string | null;
  /** Whether somebody asked for it. */
  occasion: 'asked' | 'unasked' | null;
  /** The turn of the thread that it belongs to. */
  version: number | null;
}

/** What people thought of a turn's replies. */
export interface FeedbackTable {
  agency: string;
  thread: string;
  version: number;
  person: string;
  /** 1 or 0. */
  useful: number;
  reason: string;
  at: number;
}

/** What is to be done later. The agency's own jobs have the person ''. */
export interface JobTable {
  agency: string;
  person: string;
  key: string;
  kind: string;
  detail: string;
  due_at: number;
  lease_until: number;
  /** Rises when the job is put or claimed. */
  fence: number;
  attempts: number;
}

/** The ledger of learning hours. */
export interface HoursTable {
  agency: string;
  person: string;
  course_key: string;
  date: string;
  course: string;
  hours: number;
  category: string;
  provider: string | null;
  state: string;
}

/** Certificates that somebody holds. */
export interface CertificateTable {
  agency: string;
  person: string;
  name_key: string;
  date: string;
  name: string;
  catalogue_id: string | null;
  issuer: string | null;
  evidence: string | null;
  state: string;
}

/** The first weeks of a new employee. */
export interface OnboardingTable {
  agency: string;
  person: string;
  stage: string;
  starts_on: string;
  /** JSON of `Onboarding`. */
  state: string;
}

/** What an agency set for itself. */
export interface SettingTable {
  agency: string;
  name: string;
  /** JSON. */
  value: string;
  changed_at: number;
}

/** Codes that link a channel to a person, hashed. */
export interface LinkCodeTable {
  agency: string;
  code_hash: string;
  person: string;
  expires_at: number;
}

/** What was done to records, each row chained to the one before. */
export interface AuditTable {
  agency: string;
  seq: number;
  at: number;
  actor: string;
  action: string;
  subject: string;
  detail: string;
  hash: string;
}

/** The end of an agency's chain. */
export interface AuditHeadTable {
  agency: string;
  seq: number;
  hash: string;
}
