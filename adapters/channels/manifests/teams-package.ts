import { strToU8, type Zippable, zipSync } from 'fflate';
import { drawColourIcon, drawOutlineIcon } from './draw-icon.ts';
import { buildTeamsEnglish, buildTeamsManifest, type TeamsPlace, teamsFiles } from './teams-manifest.ts';

/** The sizes that Teams takes, points. */
const sizes = { colour: 192, outline: 32 } as const;

/** The app package for Teams: a ZIP of manifest, translation and icons. Contract: the same bytes for the same place, everywhere. */
export function buildTeamsPackage(place: TeamsPlace): Uint8Array {
  // A date of its own components: ZIP keeps the local time, and no time zone may show in the package.
  const at = { mtime: new Date(2026, 0, 1), level: 9 } as const;
  const files: Zippable = {
    'manifest.json': [strToU8(toJson(buildTeamsManifest(place))), at],
    [teamsFiles.english]: [strToU8(toJson(buildTeamsEnglish(place))), at],
    [teamsFiles.colour]: [drawColourIcon(sizes.colour), at],
    [teamsFiles.outline]: [drawOutlineIcon(sizes.outline), at],
  };
  return zipSync(files);
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
