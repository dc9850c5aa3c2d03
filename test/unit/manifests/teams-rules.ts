import { z } from 'zod';

/**
 * What Teams takes of an app package, for the parts that we use: limits of the JSON schema 1.22 (in the package
 * `@microsoft/app-manifest`), and what the store's reviewers check beyond it. Unknown fields are refused.
 */
const text = (max: number) => z.string().min(1).max(max);
const guid = z.string().regex(/^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$/);
const page = z.url({ protocol: /^https$/ }).max(2_048);
const scope = z.enum(['personal', 'team', 'groupChat']);
const command = z.strictObject({ title: text(128), description: text(4_000) });
const parameter = z.strictObject({
  name: text(64),
  title: text(32),
  description: text(128),
  inputType: z.literal('text'),
});
const extensionCommand = z.discriminatedUnion('type', [
  z.strictObject({
    id: text(64),
    type: z.literal('query'),
    title: text(32),
    description: text(128),
    context: z.array(z.enum(['compose', 'commandBox'])).min(1),
    initialRun: z.boolean(),
    parameters: z.array(parameter).min(1).max(5),
  }),
  z.strictObject({
    id: text(64),
    type: z.literal('action'),
    title: text(32),
    description: text(128),
    context: z.tuple([z.literal('message')]),
    fetchTask: z.literal(true),
  }),
]);

/** Versions of the schema that were published between 1.17 and the one after which we looked; 1.18 never was. */
const published = ['1.19', '1.20', '1.21', '1.22'] as const;

const manifest = z
  .strictObject({
    $schema: z.string(),
    manifestVersion: z.enum(published),
    version: z.string().regex(/^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)$/),
    id: guid,
    localizationInfo: z.strictObject({
      defaultLanguageTag: z.literal('zh-tw'),
      additionalLanguages: z.tuple([z.strictObject({ languageTag: z.literal('en'), file: z.literal('en.json') })]),
    }),
    developer: z.strictObject({ name: text(32), websiteUrl: page, privacyUrl: page, termsOfUseUrl: page }),
    name: z.strictObject({ short: text(30), full: text(100) }),
    description: z.strictObject({ short: text(80), full: text(4_000) }),
    icons: z.strictObject({ color: z.literal('color.png'), outline: z.literal('outline.png') }),
    accentColor: z.string().regex(/^#[0-9a-fA-F]{6}$/),
    defaultInstallScope: scope,
    defaultGroupCapability: z.strictObject({ team: z.literal('bot'), groupchat: z.literal('bot') }),
    bots: z.tuple([
      z.strictObject({
        botId: guid,
        scopes: z.array(scope).min(1).max(3),
        isNotificationOnly: z.literal(false),
        supportsFiles: z.literal(false),
        supportsCalling: z.literal(false),
        supportsVideo: z.literal(false),
        commandLists: z
          .array(z.strictObject({ scopes: z.array(scope).min(1), commands: z.array(command).min(1).max(10) }))
          .max(3),
      }),
    ]),
    composeExtensions: z.tuple([z.strictObject({ botId: guid, commands: z.array(extensionCommand).min(1).max(10) })]),
    permissions: z.array(z.enum(['identity', 'messageTeamMembers'])).max(2),
    validDomains: z.array(z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/)).max(16),
  })
  .refine(
    (read) => read.$schema.endsWith(`/teams/v${read.manifestVersion}/MicrosoftTeams.schema.json`),
    'another schema',
  )
  .refine((read) => read.bots[0].botId === read.composeExtensions[0].botId, 'the extension is of another bot')
  .refine((read) => {
    const listed = read.bots[0].commandLists.flatMap(({ scopes }) => scopes);
    return new Set(listed).size === listed.length && listed.every((one) => read.bots[0].scopes.includes(one));
  }, 'each scope has one list of commands');

/** Paths that Teams translates, with the longest text of each. */
const translated: readonly (readonly [RegExp, number])[] = [
  [/^name\.short$/, 30],
  [/^name\.full$/, 100],
  [/^description\.short$/, 80],
  [/^description\.full$/, 4_000],
  [/^bots\[0\]\.commandLists\[[0-2]\]\.commands\[[0-9]\]\.title$/, 128],
  [/^bots\[0\]\.commandLists\[[0-2]\]\.commands\[[0-9]\]\.description$/, 4_000],
  [/^composeExtensions\[0\]\.commands\[[0-9]\]\.title$/, 32],
  [/^composeExtensions\[0\]\.commands\[[0-9]\]\.description$/, 128],
  [/^composeExtensions\[0\]\.commands\[[0-9]\]\.parameters\[[0-4]\]\.title$/, 32],
  [/^composeExtensions\[0\]\.commands\[[0-9]\]\.parameters\[[0-4]\]\.description$/, 128],
];

/** What is wrong with a Teams manifest; nothing for a right one. */
export function teamsProblems(candidate: unknown): readonly string[] {
  const read = manifest.safeParse(candidate);
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

/** What is wrong with a translation of this manifest: every text that people read has one, and no other thing. */
export function translationProblems(candidate: unknown, original: unknown): readonly string[] {
  const texts = z.record(z.string(), z.string()).safeParse(candidate).data;
  if (texts === undefined) return ['the translation is not made of texts'];
  const { $schema = '', ...rest } = texts;
  const wanted = textsOf(original, '').filter((path) => translated.some(([pattern]) => pattern.test(path)));
  const limit = (path: string) => translated.find(([pattern]) => pattern.test(path))?.[1] ?? 0;
  return [
    ...($schema.endsWith('/MicrosoftTeams.Localization.schema.json') ? [] : ['another schema']),
    ...wanted.filter((path) => rest[path] === undefined).map((path) => `${path} is not translated`),
    ...Object.keys(rest)
      .filter((path) => !wanted.includes(path))
      .map((path) => `${path} is no text of the manifest`),
    ...Object.entries(rest)
      .filter(([path, value]) => value.trim() === '' || value.length > limit(path))
      .map(([path]) => `${path} is empty or too long`),
  ];
}

function textsOf(value: unknown, path: string): readonly string[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsOf(inner, Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`),
  );
}
