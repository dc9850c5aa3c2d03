import { defineConfig } from 'vitest/config';

/** Everything that needs no server of its own; suites that do start one on loopback and end it themselves. */
export default defineConfig({
  test: {
    // Programs that tests start keep nothing, unless the test says where.
    env: { DATA_DIR: ':memory:', DATABASE_URL: '', TEST_DATABASE_URL: process.env['DATABASE_URL'] ?? '' },
    include: ['test/**/*.test.ts'],
    exclude: ['test/peers/**', '**/node_modules/**'],
    testTimeout: 60_000,
  },
});
