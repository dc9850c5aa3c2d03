import pino, { type Logger } from 'pino';
import { type Bot, type Clock, courseKey, createBot, enrol, OperatorError } from '../bot/index.ts';
import { type Knowledge, yearsKnown } from '../knowledge/index.ts';
import type { Channel, ChannelParts } from './channel.ts';
import { createWebChannel } from './channels/web/channel.ts';
import { clockAsOf, randomIds, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { loadKnowledge } from './content.ts';
import { deliver } from './deliver.ts';
import { createHeartbeat } from './heartbeat.ts';
import { createHttp } from './http.ts';
import { createImportTarget } from './import-target.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import type { Outlet } from './outlet.ts';
import { createReminderRunners, dailyJob, program } from './reminders.ts';
import { type JobRunner, runJobs } from './run-jobs.ts';
import { findAgencies } from './stores/agencies.ts';
import type { Engine } from './stores/engine.ts';
import { createImportedRecords } from './stores/import-records.ts';
import { openEngine, openStore, placeOf, type Store, type StorePlace } from './stores/open-store.ts';
import { retentionJob, runRetentionJob } from './stores/run-retention.ts';
import { readSetting } from './stores/settings.ts';
import { spreadJob } from './stores/spread-job.ts';
import { createTurns, type Turns } from './turns.ts';

export { placeOf } from './stores/open-store.ts';

/** What a composition is set to, beside what it keeps. */
export interface CompositionOptions {
  readonly place: StorePlace;
  readonly clock: Clock;
  readonly outlets: readonly Outlet[];
  readonly metrics: Metrics;
  readonly log: Logger;
}

/** The conversation on its store, and its rhythm. */
export interface Composition {
  readonly turns: Turns;
  readonly store: Store;
  /** False while nothing can be kept. */
  ready(): boolean;
  /** Finishes what runs, then closes the store. */
  stop(): Promise<void>;
}

/** A replica that died holds its threads for so long, milliseconds; turns renew well before. */
const leaseMs = 10_000;
const beatMs = 1_000;

/** Joins bot, store, delivery and jobs. Throws an `OperatorError` where the store cannot be opened or content is not valid. */
export async function composeConversations(options: CompositionOptions): Promise<Composition> {
  const knowledge = loadKnowledge();
  warnOfCalendar(knowledge, options);
  return composeAround(createBot(knowledge), options, ({ engine, jobs }) => {
    const reminders = createReminderRunners({
      knowledge,
      clock: options.clock,
      jobs,
      agencies: () => findAgencies(engine),
      setting: async (agency, name) => (await readSetting(engine, agency, name)) ?? null,
      spread: (job, made) => spreadJob(engine, job, made),
    });
    return new Map([...reminders, [retentionJob.kind, () => runRetentionJob(engine, options.clock.now())] as const]);
  });
}

/** Without the published days off of a year, reminders would go out on holidays; an operator has months to add them. */
function warnOfCalendar({ officeCalendar }: Knowledge, { clock, log }: CompositionOptions): void {
  const [year = 0, month = 0] = clock.today().split('-').map(Number);
  const needed = month >= 10 ? [year, year + 1] : [year];
  for (const missing of needed.filter((one) => !yearsKnown(officeCalendar).includes(one)))
    log.warn(`the office calendar has no year ${missing}: add it to knowledge/content/office-calendar.yaml`);
}

/** The same around another bot, for tests of everything but the bot. */
export async function composeAround(
  bot: Bot,
  options: CompositionOptions,
  runnersOn: (store: Store) => ReadonlyMap<string, JobRunner> = () => new Map(),
): Promise<Composition> {
  const { place, clock, outlets, metrics, log } = options;
  const health = { ready: true };
  const onProblem = (what: string, error: unknown): void => {
    log.error({ error: describe(error) }, what);
  };
  const store = await openStore(place, {
    clock,
    ids: randomIds,
    leaseMs,
    onProblem: (error) => onProblem('a connection to the database broke', error),
  });
  const runners = runnersOn(store);
  for (const job of [dailyJob, retentionJob])
    if (runners.has(job.kind)) await store.jobs.ensureJob(program, { ...job, dueAt: clock.now() });
  const turns = createTurns({
    bot,
    store: store.turns,
    clock,
    onTurn(event) {
      metrics.countTurn(event);
      if (event.error === null) return;
      if (event.kind === 'unavailable') health.ready = false;
      onProblem('a turn failed', event.error);
    },
    onOutgoing: () => heart.nudge('deliver'),
  });
  const heart = createHeartbeat(
    {
      async check() {
        if (!health.ready || store.engine.name === 'postgres') await store.engine.ping();
        health.ready = true;
      },
      sweep: () => turns.sweep(),
      deliver: () =>
        deliver({ store: store.outbox, outlets, clock, onProblem: (error) => onProblem('a delivery failed', error) }),
      jobs: () =>
        runJobs({
          store: store.jobs,
          clock,
          runners,
          onHanded: () => heart.nudge('sweep'),
          onProblem: (error) => onProblem('a job failed', error),
        }),
    },
    beatMs,
    (name, error) => {
      health.ready = false;
      onProblem(`"${name}" could not be done`, error);
    },
  );
  return {
    turns,
    store,
    ready: () => health.ready,
    async stop() {
      await heart.stop();
      await turns.settle();
      await store.engine.close();
    },
  };
}

/** The whole program, not yet listening. Throws an `OperatorError` where the store cannot be opened. */
export async function compose(
  config: Config,
): Promise<{ app: ReturnType<typeof createHttp>; log: Logger; stop(): Promise<void> }> {
  const log = pino({ level: config.logLevel });
  const metrics = createMetrics();
  const clock = clockOf(config);
  // Filled below: channels are made of the conversations, which look for outlets at every beat.
  const outlets: Outlet[] = [];
  const composition = await composeConversations({ place: placeOf(config), clock, outlets, metrics, log });
  const channels = await openChannels(config, (name) => ({
    agency: config.agency,
    conversations: composition.turns,
    clock,
    onProblem(what, error) {
      // What a platform refused has a name and no exception.
      if (error === undefined || error === null) log.warn({ channel: name }, what);
      else log.error({ channel: name, error: describe(error) }, what);
    },
    onIgnored: (reason) => metrics.countIgnored(name, reason),
  }));
  outlets.push(...channels.map(({ outlet }) => outlet));
  const web = createWebChannel({ conversations: composition.turns, ids: randomIds, agency: config.agency });
  const app = createHttp({
    routers: [...channels.map(({ router }) => router), web],
    metrics,
    ready: composition.ready,
    onError: (error) => log.error({ error: describe(error) }, 'a request failed'),
  });
  for (const channel of channels) await channel.start();
  return {
    app,
    log,
    async stop() {
      await Promise.all(channels.map((channel) => channel.stop()));
      await composition.stop();
    },
  };
}

/** The channels that are switched on; their libraries are loaded only then, because they take longer than all the rest. */
async function openChannels(config: Config, partsFor: (name: string) => ChannelParts): Promise<readonly Channel[]> {
  const { slack, teams } = config;
  return Promise.all([
    ...(slack === null
      ? []
      : [import('./channels/slack/channel.ts').then((module) => module.createSlackChannel(slack, partsFor('slack')))]),
    ...(teams === null
      ? []
      : [import('./channels/teams/channel.ts').then((module) => module.createTeamsChannel(teams, partsFor('teams')))]),
  ]);
}

/** What brings tables in and out, on the store of this configuration; `close` it at the end. */
export async function composeTables(config: Config) {
  // The server never needs the readers of spreadsheets.
  const { createCertificateExport } = await import('./tables/export-certificates.ts');
  const { createCertificatesImport, createHoursImport, createRosterImport } = await import('./tables/imports.ts');
  const knowledge = loadKnowledge();
  const clock = clockOf(config);
  let opened: Promise<Engine> | undefined;
  const recordsOf = async (agency: string | null) => {
    opened ??= openEngine(placeOf(config), () => undefined);
    const about = { ids: randomIds, clock, actor: 'import' };
    return createImportedRecords(await opened, agency ?? config.agency, about);
  };
  const deps = {
    open: async (agency: string | null) =>
      createImportTarget(await recordsOf(agency), (records, newcomer) =>
        enrol(knowledge, records, newcomer, clock.today()),
      ),
    today: () => clock.today(),
  };
  const certificateNamed = (name: string): string | null =>
    [...knowledge.catalogue.items.values()].find(
      (item) =>
        item.kind === 'certificate' &&
        [item.name.zh, item.name.en, ...item.aliases].some((known) => courseKey(known) === courseKey(name)),
    )?.id ?? null;
  return {
    hours: createHoursImport(deps),
    roster: createRosterImport(deps),
    certificates: createCertificatesImport(deps, certificateNamed),
    exportCertificates: createCertificateExport({
      list: async (agency, since) => (await recordsOf(agency)).certificates(since),
    }),
    close: async () => (await opened)?.close(),
  };
}

/** The clock that a configuration asks for. */
export function clockOf({ asOf }: Pick<Config, 'asOf'>): Clock {
  return asOf === null ? systemClock : clockAsOf(asOf);
}

/** The class and place of an error without its message, which could quote what a person typed; ours are for an operator. */
function describe(error: unknown): { name: string; message?: string; code?: string; stack: readonly string[] } {
  if (error instanceof OperatorError) return { name: error.name, message: error.message, stack: [] };
  if (!(error instanceof Error)) return { name: typeof error, stack: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  const code = 'code' in error ? { code: String(error.code) } : {};
  return { name: error.name, ...code, stack: frames.slice(0, 5).map((line) => line.trim()) };
}
