import { createInterface } from 'node:readline/promises';
import pino from 'pino';
import { type Choice, orderChoices, type Reply, renderPlainText } from '../../../bot/index.ts';
import { composeConversations } from '../../compose.ts';
import { readConfig } from '../../config.ts';
import { createMetrics } from '../../metrics.ts';
import { runCommand } from './run-command.ts';

/** Talks in the terminal: words, or the number of a choice. Ends at Ctrl+D or 「離開」. */
await runCommand(async () => {
  const { asOf } = readConfig(process.env);
  const conversations = composeConversations(asOf, createMetrics(), pino({ level: 'silent' }));
  const terminal = createInterface({ input: process.stdin, output: process.stdout, terminal: process.stdin.isTTY });
  let open = show([conversations.welcome()]);
  terminal.setPrompt('\n您：');
  terminal.prompt();
  for await (const line of terminal) {
    if (/^(?:離開|exit|quit)$/i.test(line.trim())) break;
    const choice = open[Number(line.trim()) - 1];
    const message = choice === undefined ? { text: line, choice: null } : { text: choice.label, choice: choice.value };
    open = show(await conversations.send('terminal', message));
    terminal.prompt();
  }
  terminal.close();
});

/** Prints the replies with numbered choices and gives the choices. */
function show(replies: readonly Reply[]): readonly Choice[] {
  const choices = orderChoices(replies);
  const numbered = choices.map((choice, index) => `  ${index + 1}. ${choice.label}`);
  process.stdout.write(
    `\n${replies.map(renderPlainText).join('\n\n')}\n${numbered.length > 0 ? `\n${numbered.join('\n')}\n` : ''}`,
  );
  return choices;
}
