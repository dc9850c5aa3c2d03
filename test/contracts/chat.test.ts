import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand, stackTrace } from './run-command.ts';

/** `npm run chat` fed from a file: what a script, or somebody who closes the window, makes of it. */
describe('chat', () => {
  it('greets, answers each line and ends with 0 at the end of input', async () => {
    const { code, lines, errors } = await runCommand('chat', [], 'AI課要去哪裡上？\n', { AS_OF: '2026-11-21' });
    const printed = lines.join('\n');
    expect(code).toBe(0);
    expect(errors).toBe('');
    expect(printed).toContain('您好，我是AI公務人才問答助理');
    expect(printed).toContain('Q4');
    expect(printed).toMatch(/^ {2}\d+\. 找人事承辦人$/m);
  });

  it('answers every line that was piped in while it writes to a disk', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'chat-'));
    try {
      const { code, lines, errors } = await runCommand('chat', [], '你好\nAI課要去哪裡上？\n謝謝\n', {
        DATA_DIR: folder,
      });
      expect(errors).toBe('');
      expect(code).toBe(0);
      expect(lines.join('\n')).toContain('Q4');
      expect(lines.join('\n')).toContain('這是我該做的');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  for (const word of ['離開', 'exit', 'quit'])
    it(`ends at ${word}`, async () => {
      const { code, lines } = await runCommand('chat', [], `${word}\nAI課要去哪裡上？\n`);
      expect(code).toBe(0);
      expect(lines.join('\n')).not.toContain('Q4');
    });

  it('answers 10,000 characters, emoji and broken UTF-8 with a plain sentence', async () => {
    const input = Buffer.concat([
      Buffer.from(`${'課'.repeat(10_000)}\n😀\n`),
      Buffer.from([0xff, 0xe4, 0x0a]),
      Buffer.from('\n'),
    ]);
    const { code, lines, errors } = await runCommand('chat', [], input);
    const printed = lines.join('\n');
    expect(code).toBe(0);
    expect(errors).toBe('');
    for (const words of ['太長', '符號或表情', '讀不出來', '沒有收到文字']) expect(printed).toContain(words);
  });

  it('refuses an AS_OF that is no day with a plain sentence', async () => {
    const { code, errors } = await runCommand('chat', [], '離開\n', { AS_OF: 'garbage' });
    expect(code).toBeGreaterThan(0);
    expect(errors).toContain('AS_OF');
    expect(errors).not.toMatch(stackTrace);
  });
});
