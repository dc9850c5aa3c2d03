import { enableCompileCache } from 'node:module';

/** The whole program as `npm start` begins it, in a process that the benchmark can ask. */
enableCompileCache();
const { compose } = await import('../../../adapters/compose.ts');
const { readConfig } = await import('../../../adapters/config.ts');
const { listen } = await import('../../../adapters/http.ts');
const { tellParent } = await import('./tell-parent.ts');

const config = readConfig(process.env);
const { app } = await compose(config);
const { port } = await listen(app, config.host, config.port);
tellParent(port);
