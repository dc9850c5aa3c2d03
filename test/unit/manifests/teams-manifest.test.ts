import { describe, expect, it } from 'vitest';
import { buildTeamsEnglish, buildTeamsManifest } from '../../../adapters/channels/manifests/teams-manifest.ts';
import { withValue } from './mutate.ts';
import { teamsProblems, translationProblems } from './teams-rules.ts';

const place = { url: 'https://hr.test.example', appId: '11111111-2222-4333-8444-555555555555' };
const manifest = buildTeamsManifest(place);
const english = buildTeamsEnglish(place);

describe('buildTeamsManifest()', () => {
  it('keeps the rules of Teams', () => {
    expect(teamsProblems(manifest)).toEqual([]);
  });

  it('speaks Chinese by default, and English in all that people read', () => {
    expect(manifest.description.full).toMatch(/\p{Script=Han}/u);
    expect(translationProblems(english, manifest)).toEqual([]);
    for (const path of ['name.short', 'name.full', 'description.short', 'description.full'])
      expect(english[path]).not.toMatch(/\p{Script=Han}/u);
  });

  it('offers nothing that concerns one person where others read along, and leaves the personal chat to its welcome', () => {
    const [shared, ...others] = manifest.bots[0]?.commandLists ?? [];
    expect(others).toEqual([]);
    expect(shared?.scopes).toEqual(['team', 'groupChat']);
    expect(shared?.commands.length).toBeGreaterThan(2);
    expect(shared?.commands.map(({ title }) => title)).not.toContain('我還差幾小時？');
  });

  it('names the domain of its address and no other, and no port', () => {
    expect(buildTeamsManifest({ ...place, url: 'https://hr.test.example:8443' }).validDomains).toEqual([
      'hr.test.example',
    ]);
  });

  it('says that replies are automatic and what they do not replace, in both languages', () => {
    expect(manifest.description.full).toContain('自動');
    expect(manifest.description.full).toContain('不取代');
    expect(english['description.full']).toContain('automatic');
    expect(english['description.full']).toContain('do not replace');
  });

  const list = ['bots', 0, 'commandLists', 0] as const;
  const search = ['composeExtensions', 0, 'commands', 0] as const;
  it.each<readonly [string, readonly (string | number)[], unknown]>([
    ['the schema that was never published', ['manifestVersion'], '1.18'],
    ['a version that is not the schema named', ['manifestVersion'], '1.21'],
    ['a version that is none', ['version'], '1.0'],
    ['an id that is none', ['id'], 'hr-assistant'],
    ['a bot without an id', ['bots', 0, 'botId'], ''],
    ['an extension of another bot', ['composeExtensions', 0, 'botId'], '99999999-2222-4333-8444-555555555555'],
    ['English by default', ['localizationInfo', 'defaultLanguageTag'], 'en'],
    ['no English', ['localizationInfo', 'additionalLanguages'], []],
    ['a short name of 31 characters', ['name', 'short'], '名'.repeat(31)],
    ['a full name of 101 characters', ['name', 'full'], '名'.repeat(101)],
    ['a short description of 81 characters', ['description', 'short'], '字'.repeat(81)],
    ['a full description of 4,001 characters', ['description', 'full'], '字'.repeat(4_001)],
    ['no developer', ['developer'], undefined],
    ['a developer of 33 characters', ['developer', 'name'], '人'.repeat(33)],
    ['a page without encryption', ['developer', 'privacyUrl'], 'http://hr.test.example/help'],
    ['one icon', ['icons', 'outline'], undefined],
    ['a colour of three digits', ['accentColor'], '#123'],
    ['eleven commands', [...list, 'commands'], Array(11).fill({ title: '說明', description: '說明' })],
    ['a command without a description', [...list, 'commands', 0, 'description'], undefined],
    ['one scope in two lists', ['bots', 0, 'commandLists', 1], manifest.bots[0]?.commandLists[0]],
    ['a title of 33 characters in the compose box', [...search, 'title'], '題'.repeat(33)],
    ['a search without a parameter', [...search, 'parameters'], []],
    ['an action that fetches no form', ['composeExtensions', 0, 'commands', 1, 'fetchTask'], false],
    ['a domain with a wildcard', ['validDomains', 0], '*.test.example'],
    ['a domain with its scheme', ['validDomains', 0], 'https://hr.test.example'],
    ['a right that is not needed', ['permissions', 0], 'everything'],
    ['a field that nobody knows', ['colour'], 'green'],
  ])('the rules refuse %s', (_name, path, value) => {
    expect(teamsProblems(withValue(manifest, path, value))).not.toEqual([]);
  });

  it.each<readonly [string, string, unknown]>([
    ['a text that is not translated', 'name.short', undefined],
    ['a text that is too long', 'composeExtensions[0].commands[0].title', 'x'.repeat(33)],
    ['an empty text', 'description.short', ' '],
    ['a path that the manifest has not', 'bots[0].commandLists[2].commands[0].title', 'help'],
    [
      'the schema of the manifest',
      '$schema',
      'https://developer.microsoft.com/json-schemas/teams/v1.22/MicrosoftTeams.schema.json',
    ],
  ])('the rules refuse a translation with %s', (_name, path, value) => {
    expect(translationProblems(withValue(english, [path], value), manifest)).not.toEqual([]);
  });
});
