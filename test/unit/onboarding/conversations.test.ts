import { describe, expect, it } from 'vitest';
import { taipeiMoment } from '../../../bot/taipei.ts';
import { readConversations } from '../../conversations/read-conversations.ts';
import { createPerson } from './person.ts';

/** The conversations of `onboarding.yaml`, held with records in this process. */

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('臺', '台')
    .replace(/\[\d{1,2}\]|[\s「」『』“”"']/g, '');

describe('onboarding.yaml', () => {
  for (const { title, as_of, turns } of readConversations().filter(({ file }) => file === 'onboarding.yaml'))
    it(title, async () => {
      const person = createPerson(taipeiMoment(as_of, 600));
      for (const { say, choose, expect: expected } of turns) {
        const shown = say === undefined ? await person.tap(choose ?? '') : await person.say(say);
        const place = `「${say ?? choose}」: ${shown.text}`;
        if (expected.kind.length > 0) expect(expected.kind, place).toContain(shown.kinds[0]);
        for (const words of expected.says) expect(fold(shown.text), place).toContain(fold(words));
        for (const words of expected.not_says) expect(fold(shown.text), place).not.toContain(fold(words));
        for (const label of expected.offers) expect(shown.offers, place).toContain(label);
        for (const section of expected.cites) expect(shown.cites, place).toContain(section);
      }
    });
});
