import { readFileSync } from 'node:fs';
import { parseInterview } from '../../../knowledge/parse-interview.ts';

/** The interview as it ships. */
export const script = parseInterview(
  readFileSync(new URL('../../../knowledge/content/interview.yaml', import.meta.url), 'utf8'),
);
