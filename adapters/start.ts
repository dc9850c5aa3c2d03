import { OperatorError } from '../bot/index.ts';
import { compose } from './compose.ts';
import { readConfig } from './config.ts';
import { listen } from './http.ts';

/** Starts the program; it ends at SIGINT or SIGTERM after open requests are answered. */
export async function start(): Promise<void> {
  try {
    const config = readConfig(process.env);
    const { app, log, stop } = await compose(config);
    const { server, port } = await listen(app, config.host, config.port);
    log.info(`listening on http://${config.host}:${port}`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        // What has begun is finished and kept; then the program ends by itself.
        server.close(() => void stop().then(() => process.exit(0)));
        server.closeIdleConnections();
      });
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
