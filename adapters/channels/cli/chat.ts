import { createInterface } from 'node:readline/promises';
import pino from 'pino';
import { type Choice, orderChoices, type Reply, renderPlainText } from '../../../bot/index.ts';
import { randomIds } from '../../clock.ts';
import { clockOf, composeConversations, placeOf } from '../../compose.ts';
import { readConfig } from '../../config.ts';
import type { Address } from '../../conversations.ts';
import { createMetrics } from '../../metrics.ts';
import { runCommand } from './run-command.ts';

/** Talks in the terminal: words, or the number of a choice. Ends at Ctrl+D or 「離開」; 「忘記我」 begins as somebody else. */
await runCommand(async () => {
  const config = readConfig(process.env);
  const composition = await composeConversations({
    place: placeOf(config),
    clock: clockOf(config),
    outlets: [],
    metrics: createMetrics(),
    log: pino({ level: 'silent' }),
  });
  const conversations = composition.turns;
  let address = addressOf(config.agency, 'terminal');
  const terminal = createInterface({ input: process.stdin, output: process.stdout, terminal: process.stdin.isTTY });
  let open = show([conversations.welcome()]);
  terminal.setPrompt('\n您：');
  let ended = false;
  terminal.once('close', () => {
    ended = true;
  });
  // What is piped in ends before it is answered, and then nobody is asked any more.
  const prompt = () => {
    if (!ended) terminal.prompt();
  };
  prompt();
  for await (const line of terminal) {
    const typed = line.trim();
    if (/^(?:離開|exit|quit)$/i.test(typed)) break;
    if (typed === '忘記我') {
      // Somebody else sits down: what was kept of the one before stays theirs.
      address = addressOf(config.agency, randomIds.next());
      open = show([conversations.welcome()]);
    } else {
      // The numbers of the first screen, which no turn has offered; all later ones are read by the conversation.
      const choice = open[Number(typed) - 1];
      const message =
        choice === undefined ? { text: line, choice: null } : { text: choice.label, choice: choice.value };
      show(await conversations.send(address, message, randomIds.next()));
      open = [];
    }
    prompt();
  }
  terminal.close();
  await composition.stop();
});

function addressOf(agency: string, account: string): Address {
  return { agency, channel: 'terminal', account, thread: `terminal:${account}`, audience: 'private', privately: null };
}

/** Prints the replies with numbered choices and gives the choices. */
function show(replies: readonly Reply[]): readonly Choice[] {
  const choices = orderChoices(replies);
  const numbered = choices.map((choice, index) => `  ${index + 1}. ${choice.label}`);
  process.stdout.write(
    `\n${replies.map(renderPlainText).join('\n\n')}\n${numbered.length > 0 ? `\n${numbered.join('\n')}\n` : ''}`,
  );
  return choices;
}
