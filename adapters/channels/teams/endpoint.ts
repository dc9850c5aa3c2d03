import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express';
import { activitySchema, type TeamsEvent } from './activity.ts';
import { answerInvoke, type InvokeParts, refuseInvoke } from './answer-invoke.ts';
import { createDrawnCards } from './drawn-cards.ts';
import type { BotFramework } from './framework.ts';
import { parseEvent, type Served } from './parse-event.ts';
import { type TakeParts, takeArrival } from './take-arrival.ts';

/** What the endpoint is made of. */
export interface EndpointParts extends TakeParts, Omit<InvokeParts, 'drawn'> {
  readonly framework: BotFramework;
  readonly served: Served;
  /** False once nothing may come in any more. */
  isOpen(): boolean;
}

/** Bytes of a request; the platform's own have below 100 kB. */
const bodyBytesMax = '1mb';

/**
 * `POST /api/messages`: 200 once an event is kept or is not for us, with a body for what waits for one; 401 for a request that is not
 * the platform's; 400 for what is no event; 503 where it could not be checked or kept. No answer holds a text of an exception.
 */
export function createEndpoint(endpointParts: EndpointParts): Router {
  const parts: Parts = { ...endpointParts, drawn: createDrawnCards() };
  const router = express.Router();
  router.post('/api/messages', express.json({ limit: bodyBytesMax }), (request, response) =>
    answerRequest(parts, request, response),
  );
  router.use(refuseBadBody);
  return router;
}

type Parts = EndpointParts & InvokeParts;

async function answerRequest(parts: Parts, request: Request, response: Response): Promise<void> {
  if (!parts.isOpen()) return end(response, 503);
  const event = activitySchema.safeParse(request.body).data;
  if (event === undefined) return end(response, 400);
  try {
    const { channelId, serviceUrl } = event;
    const authorization = request.get('authorization') ?? '';
    if ((await parts.framework.verify({ authorization, channelId, serviceUrl })) === 'refused') {
      parts.onIgnored('token');
      return end(response, 401);
    }
    await answerEvent(parts, event, response);
  } catch (error) {
    parts.onProblem('an event could not be taken', error);
    end(response, 503);
  }
}

async function answerEvent(parts: Parts, event: TeamsEvent, response: Response): Promise<void> {
  const arrival = parseEvent(event, parts.served);
  switch (arrival.type) {
    case 'invoked':
      response.json(await answerInvoke(parts, arrival.scene, event));
      return;
    case 'ignored':
      parts.onIgnored(arrival.reason);
      if (event.type === 'invoke')
        response.json(refuseInvoke(event, arrival.reason === 'otherTenant' ? 'otherOrganisation' : 'notUnderstood'));
      else end(response, 200);
      return;
    default:
      await takeArrival(parts, arrival);
      end(response, 200);
  }
}

function end(response: Response, status: number): void {
  response.status(status).end();
}

/** What is no JSON, or too long; everything else is for the server. */
const refuseBadBody: ErrorRequestHandler = (error: unknown, request, response, next) => {
  const status = error instanceof Error && 'status' in error ? error.status : null;
  if (request.path === '/api/messages' && typeof status === 'number' && status >= 400 && status < 500)
    end(response, status);
  else next(error);
};
