import type { Server } from 'node:http';
import express, { type ErrorRequestHandler, type Express, type Router } from 'express';
import { OperatorError } from '../bot/index.ts';
import type { Metrics } from './metrics.ts';

/** What the one HTTP server serves. */
export interface HttpParts {
  /** Channels in the order in which they are mounted at `/`. */
  readonly routers: readonly Router[];
  readonly metrics: Metrics;
  /** True once messages can be answered; `/readyz` says so to a load balancer. */
  ready(): boolean;
  /** Told of what a router threw; the person sees a plain sentence. */
  onError(error: unknown): void;
}

/** `/healthz` (the process lives), `/readyz` (it can answer), `/metrics`, then the channels. */
export function createHttp(parts: HttpParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback');
  app.get('/healthz', (_request, response) => {
    response.type('text/plain').send('ok\n');
  });
  app.get('/readyz', (_request, response) => {
    const ready = parts.ready();
    response
      .status(ready ? 200 : 503)
      .type('text/plain')
      .send(ready ? 'ready\n' : 'not ready\n');
  });
  app.get('/metrics', async (_request, response) => {
    response.type(parts.metrics.contentType).send(await parts.metrics.text());
  });
  for (const router of parts.routers) app.use(router);
  app.use((_request, response) => {
    response
      .status(404)
      .type('html')
      .send(
        '<!doctype html><html lang="zh-Hant-TW"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>找不到這個頁面</title><main><h1>找不到這個頁面</h1><p><a href="/">回到首頁</a></p></main></html>',
      );
  });
  const onError: ErrorRequestHandler = (error, _request, response, next) => {
    parts.onError(error);
    if (response.headersSent) next(error);
    else response.status(500).type('text/plain; charset=utf-8').send('系統暫時無法處理，請稍後再試。\n');
  };
  app.use(onError);
  return app;
}

/** Listens; rejects with an `OperatorError` where the address is taken. Port 0 takes a free one. */
export function listen(app: Express, host: string, port: number): Promise<{ server: Server; port: number }> {
  return new Promise((resolve, reject) => {
    const server = app.listen(port, host, (error?: Error) => {
      if (error === undefined) {
        const address = server.address();
        resolve({ server, port: typeof address === 'object' && address !== null ? address.port : port });
      } else reject(new OperatorError('portInUse', `${host}:${port}`, error));
    });
  });
}
