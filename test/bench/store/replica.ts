import { driveClosed } from './drive.ts';
import { openPath } from './path.ts';

/** One replica of the benchmark: `URL NAME TURNS`. Its own threads, and those that every replica is fed. Prints turns a second. */
const [url = '', name = '', turns = '0'] = process.argv.slice(2);
const path = await openPath({ kind: 'postgres', url });
await driveClosed(16, 200, (thread, at) => path.turn('new', `warm${name}`, thread, at));
process.stdout.write('ready\n');
await new Promise((resolve) => process.stdin.once('data', resolve));
const driven = await driveClosed(16, Number(turns), (thread, at) =>
  // Every eighth thread belongs to both, with the same events at about the same time.
  path.turn('new', thread % 8 === 0 ? 'both' : name, thread, at),
);
process.stdout.write(`${JSON.stringify({ perSecond: driven.perSecond, failed: path.failed() })}\n`);
await path.store.engine.close();
process.exit(0);
