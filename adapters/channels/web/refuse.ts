import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { webWording } from '../../../prompts/index.ts';
import { renderProblem } from './render-help.ts';
import { isSameOrigin } from './same-origin.ts';

/** Bytes of a body that are read: 4,000 characters are 36 kB in a form, where each takes nine bytes. */
export const bodyBytesMax = 64 * 1024;

/** Answers a request that cannot be met: a plain sentence, as JSON or as a page, whichever was asked for. */
export function refuse(request: Request, response: Response, status: number, sentence: string): void {
  response.status(status);
  if (wantsJson(request)) response.json({ error: sentence });
  else response.type('html').send(String(renderProblem(sentence)));
}

/** A form is answered with a page and JSON with JSON, unless `Accept` says otherwise. */
export function wantsJson(request: Request): boolean {
  const order = request.is('application/json') ? ['json', 'html'] : ['html', 'json'];
  return request.accepts(order) === 'json';
}

/** Refuses what another site made a browser send. */
export const refuseOtherOrigins: RequestHandler = (request, response, next) => {
  if (isSameOrigin(request)) next();
  else refuse(request, response, 403, webWording.problem.origin);
};

const bodyError = z.object({ status: z.int().min(400).max(499) });

/** Tells what was wrong with a body that could not be read. All other errors are the operator's and go on to the server. */
export const refuseBadBody: ErrorRequestHandler = (error, request, response, next) => {
  const read = bodyError.safeParse(error);
  if (!read.success || response.headersSent) next(error);
  else refuse(request, response, read.data.status, sentenceFor(read.data.status));
};

function sentenceFor(status: number): string {
  const { problem } = webWording;
  if (status === 413) return problem.tooLarge(bodyBytesMax / 1024);
  return status === 415 ? problem.mediaType : problem.unreadable;
}
