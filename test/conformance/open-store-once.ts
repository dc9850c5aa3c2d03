import { openEngine, type StorePlace } from '../../adapters/stores/open-store.ts';

/** Opens the store of the place given as JSON, writes, closes; what an operator would be told goes to standard error. */
const place: StorePlace = JSON.parse(process.argv[2] ?? '{}');
const user = Number(process.argv[3] ?? 0);
if (user > 0) process.setuid?.(user);
try {
  const engine = await openEngine(place, () => undefined);
  await engine.ping();
  await engine.close();
} catch (error) {
  process.stderr.write(error instanceof Error ? `${error.name}: ${error.message}\n` : String(error));
  process.exitCode = 1;
}
