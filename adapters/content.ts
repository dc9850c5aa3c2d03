import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { OperatorError } from '../bot/index.ts';
import { type ContentFile, type ContentFiles, createKnowledge, type Knowledge } from '../knowledge/index.ts';

/** Where HR's content stands in this project. */
export const contentFolder = fileURLToPath(new URL('../knowledge/content/', import.meta.url));

/** Reads and indexes all content. Throws an `OperatorError` that names the file and line which are not valid. */
export function loadKnowledge(folder: string = contentFolder): Knowledge {
  const files: ContentFiles = {
    documents: readFolder(folder, 'documents', '.md'),
    questions: readFolder(folder, 'questions', '.yaml'),
    phrasings: readFolder(folder, 'phrasings', '.yaml'),
    unknowns: readContent(folder, 'unknowns.yaml'),
    outside: readContent(folder, 'outside.yaml'),
    synonyms: readContent(folder, 'synonyms.yaml'),
    aspects: readContent(folder, 'aspects.yaml'),
    catalogue: readContent(folder, 'catalogue.yaml'),
    interview: readContent(folder, 'interview.yaml'),
    dutyExamples: readContent(folder, 'duty-examples.yaml'),
    safety: readContent(folder, 'safety.yaml'),
    smalltalk: readContent(folder, 'smalltalk.yaml'),
    officeCalendar: readContent(folder, 'office-calendar.yaml'),
    onboardingPlan: readContent(folder, 'onboarding-plan.yaml'),
    learningRules: readContent(folder, 'learning-rules.yaml'),
  };
  try {
    return createKnowledge(files);
  } catch (cause) {
    throw new OperatorError('contentInvalid', cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function readFolder(folder: string, name: string, ending: string): readonly ContentFile[] {
  let names: string[];
  try {
    names = readdirSync(`${folder}/${name}`);
  } catch (cause) {
    throw new OperatorError('contentUnreadable', name, cause);
  }
  return names
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => readContent(folder, `${name}/${file}`));
}

function readContent(folder: string, name: string): ContentFile {
  try {
    return { name, text: readFileSync(`${folder}/${name}`, 'utf8') };
  } catch (cause) {
    throw new OperatorError('contentUnreadable', name, cause);
  }
}
