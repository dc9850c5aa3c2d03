import { defineConfig } from 'vitest/config';

/**
 * The suites against real peers; `npm test` never sees them. Two files at once: each mostly waits for programs that wait for each
 * other, and more would make a small machine slow enough to be taken for a failure.
 */
export default defineConfig({
  test: {
    include: ['test/peers/*.peer.ts'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 90_000,
  },
});
