import { z } from 'zod';
import type { Document, Passage, PassageStatus, Section } from './document.ts';
import { periodSchema } from './period.ts';
import { readYaml } from './read-yaml.ts';

const header = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: z.string().min(1),
  shortTitle: z.string().min(1),
  edition: z.string().min(1),
  authority: z.string().min(1),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  audience: z.string().min(1),
  anchors: z.enum(['number', 'heading']),
});

const attributes = z.strictObject({
  status: z.enum(['stated', 'expected', 'target', 'superseded']).default('stated'),
  period: periodSchema.nullable().default(null),
});

const factLine = /^- \[([A-Z]\d{3})\]\s+(.*?)(?:\s+\{([^}]*)\})?$/;

/**
 * Reads a Markdown document: a YAML header between `---` lines, `## …` per section, `- [F001] fact {status=… period=…}`
 * per fact. Other lines are remarks for the writer and are not read.
 * Throws an `Error` that names the line where the text is not of that form.
 */
export function parseDocument(text: string): Document {
  const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text.replaceAll('\r\n', '\n'));
  if (parts?.[1] === undefined || parts[2] === undefined) throw new Error('no YAML header between two lines of ---');
  const { anchors, ...head } = header.parse(readYaml(parts[1]));
  const sections: Section[] = [];
  let passages: Passage[] = [];
  let anchor: string | null = null;
  for (const line of parts[2].split('\n')) {
    const heading = /^##\s+(.+?)\s*$/.exec(line)?.[1];
    if (heading !== undefined) {
      anchor = anchors === 'heading' ? heading : (heading.split(/\s/, 1)[0] ?? heading);
      const title = anchors === 'heading' ? heading : heading.slice(anchor.length).trim() || heading;
      passages = [];
      sections.push({ document: head.id, anchor, title, passages });
    } else if (line.startsWith('- [')) {
      if (anchor === null) throw new Error(`a fact before the first section: ${line}`);
      passages.push(parsePassage(line, head.id, anchor));
    }
  }
  return { ...head, sections };
}

function parsePassage(line: string, document: string, section: string): Passage {
  const match = factLine.exec(line.trimEnd());
  if (match?.[1] === undefined || match[2] === undefined) throw new Error(`not of the form "- [F001] text": ${line}`);
  const given = Object.fromEntries((match[3] ?? '').split(/\s+/).filter(Boolean).map(splitAttribute));
  const read = attributes.parse(given);
  const status: PassageStatus = read.status;
  return { id: match[1], document, section, text: match[2], status, period: read.period };
}

function splitAttribute(pair: string): [string, string] {
  const at = pair.indexOf('=');
  if (at < 1) throw new Error(`not of the form name=value: ${pair}`);
  return [pair.slice(0, at), pair.slice(at + 1)];
}
