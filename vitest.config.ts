import { defineConfig } from 'vitest/config';

/** Everything that needs no server of its own; suites that do start one on loopback and end it themselves. */
export default defineConfig({
  test: { include: ['test/**/*.test.ts'], exclude: ['test/peers/**', '**/node_modules/**'], testTimeout: 60_000 },
});
