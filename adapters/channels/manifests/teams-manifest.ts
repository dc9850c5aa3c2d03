import { app, type InBoth } from './app.ts';
import { teamsPermissions } from './rights.ts';

/** What of the Teams app belongs to an installation. */
export interface TeamsPlace {
  /** The address of the program, without a slash at the end. */
  readonly url: string;
  /** The id of the app registration, a GUID; the app package has the same. */
  readonly appId: string;
}

/** The newest schema that knows no field which we would leave empty; 1.18 was never published. */
const schemaVersion = '1.22';
const schemas = `https://developer.microsoft.com/json-schemas/teams/v${schemaVersion}`;
const languageFile = 'en.json';

/** The Teams manifest, in Chinese. */
export function buildTeamsManifest(place: TeamsPlace) {
  return manifestIn('zh-TW', place);
}

/** The names of the files beside the manifest. */
export const teamsFiles = { colour: 'color.png', outline: 'outline.png', english: languageFile } as const;

/** What the manifest says in English, by the path of each text, as Teams wants a translation. */
export function buildTeamsEnglish(place: TeamsPlace): Readonly<Record<string, string>> {
  return {
    $schema: `${schemas}/MicrosoftTeams.Localization.schema.json`,
    ...Object.fromEntries(differences(manifestIn('zh-TW', place), manifestIn('en', place), '')),
  };
}

function manifestIn(language: keyof InBoth, { url, appId }: TeamsPlace) {
  return {
    $schema: `${schemas}/MicrosoftTeams.schema.json`,
    manifestVersion: schemaVersion,
    version: app.version,
    id: appId,
    localizationInfo: {
      defaultLanguageTag: 'zh-tw',
      additionalLanguages: [{ languageTag: 'en', file: languageFile }],
    },
    developer: {
      name: app.publisher,
      websiteUrl: `${url}/`,
      privacyUrl: `${url}/help`,
      termsOfUseUrl: `${url}/help`,
    },
    name: { short: app.name[language], full: app.fullName[language] },
    description: { short: app.summary[language], full: app.description[language].join('\n\n') },
    icons: { color: teamsFiles.colour, outline: teamsFiles.outline },
    accentColor: app.colour,
    defaultInstallScope: 'personal',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot' },
    bots: [bot(language, appId)],
    composeExtensions: [{ botId: appId, commands: [search(language), handOver(language)] }],
    permissions: teamsPermissions.map(({ name }) => name),
    validDomains: [new URL(url).hostname],
  };
}

function bot(language: keyof InBoth, appId: string) {
  return {
    botId: appId,
    scopes: ['personal', 'team', 'groupChat'],
    isNotificationOnly: false,
    supportsFiles: false,
    supportsCalling: false,
    supportsVideo: false,
    // A private chat begins with the welcome, whose buttons are its starters: reviewers want one of the two, not both.
    commandLists: [{ scopes: ['team', 'groupChat'], commands: commands(language) }],
  };
}

/** Teams shows these as prompt starters after a mention; the title is what is sent. */
function commands(language: keyof InBoth) {
  return app.starters
    .filter(({ place }) => place === 'anywhere')
    .map(({ title, message }) => ({ title: message[language], description: title[language] }));
}

function search(language: keyof InBoth) {
  const { title, about, label, hint } = app.search;
  return {
    id: 'searchFaq',
    type: 'query',
    title: title[language],
    description: about[language],
    context: ['compose', 'commandBox'],
    // Before anything is typed, what this person may want to know now is listed.
    initialRun: true,
    parameters: [{ name: 'query', title: label[language], description: hint[language], inputType: 'text' }],
  };
}

function handOver(language: keyof InBoth) {
  const { title, about } = app.handOver;
  return {
    id: 'handToHr',
    type: 'action',
    title: title[language],
    description: about[language],
    context: ['message'],
    fetchTask: true,
  };
}

/** Path and text of every string that is another in the second. */
function differences(one: unknown, other: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof one === 'string' && typeof other === 'string') return one === other ? [] : [[path, other]];
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return [];
  const others = new Map(Object.entries(other));
  return Object.entries(one).flatMap(([key, value]) => {
    const step = Array.isArray(one) ? `[${key}]` : `${path === '' ? '' : '.'}${key}`;
    return differences(value, others.get(key), `${path}${step}`);
  });
}
