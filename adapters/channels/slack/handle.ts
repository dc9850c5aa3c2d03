import { unreachable } from '../../../bot/index.ts';
import type { Arrival, Ignored } from './arrival.ts';
import type { Answer } from './door.ts';
import type { Handling } from './handling.ts';
import { keepArrived, keepChoice, keepCommand, keepForm, keepSaid, keepWithdrawn } from './keep.ts';
import { keepRating, keepReason } from './rate.ts';
import { openForm, openSources, showHome, showMessages } from './show.ts';

/** Does what an arrival asks for. Contract: what was said is kept when it resolves; what only shows something goes on after. */
export function handle(parts: Handling, arrival: Exclude<Arrival, Ignored>): Promise<Answer> {
  switch (arrival.type) {
    case 'said':
      return keepSaid(parts, arrival);
    case 'withdrawn':
      return keepWithdrawn(parts, arrival);
    case 'arrived':
      return keepArrived(parts, arrival);
    case 'command':
      return keepCommand(parts, arrival);
    case 'chose':
      return keepChoice(parts, arrival);
    case 'submitted':
      return keepForm(parts, arrival);
    case 'opened':
      return arrival.tab === 'home' ? showHome(parts, arrival) : showMessages(parts, arrival);
    case 'sources':
      return openSources(parts, arrival);
    case 'asking':
    case 'handing':
      return openForm(parts, arrival);
    case 'rated':
      return keepRating(parts, arrival);
    case 'explained':
      return keepReason(parts, arrival);
    default:
      return unreachable(arrival);
  }
}
