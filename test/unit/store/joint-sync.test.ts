import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createJointSync } from '../../../adapters/stores/joint-sync.ts';

/** A disk whose syncs end when they are told to. */
function createDisk() {
  const running: { end(): void; fail(): void }[] = [];
  const log: string[] = [];
  let begun = 0;
  const sync = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const number = ++begun;
      log.push(`begin ${number}`);
      running.push({
        end() {
          log.push(`end ${number}`);
          resolve();
        },
        fail: () => reject(new Error(`sync ${number} failed`)),
      });
    });
  return { sync, running, log, begun: () => begun };
}

/** Lets every promise that can go on do so. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('createJointSync()', () => {
  it('never resolves a call before a sync that began after it has ended, and never runs two at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('call', 'end'), { maxLength: 30 }), async (steps) => {
        const disk = createDisk();
        const shared = createJointSync(disk.sync);
        const calls: { readonly after: number; resolvedAt: number | null }[] = [];
        let ended = 0;
        for (const step of [...steps, 'end', 'end', 'end']) {
          if (step === 'call') {
            const call: (typeof calls)[number] = { after: disk.begun(), resolvedAt: null };
            calls.push(call);
            void shared().then(() => {
              call.resolvedAt = ended;
            });
          } else if (disk.running.length > 0) {
            disk.running.shift()?.end();
            ended += 1;
          }
          await settle();
          expect(disk.running.length).toBeLessThanOrEqual(1);
        }
        for (const call of calls) expect(call.resolvedAt).toBeGreaterThan(call.after);
        expect(disk.begun()).toBeLessThanOrEqual(calls.length);
      }),
      { numRuns: 200 },
    );
  });

  it('serves all who ask while one runs by one more', async () => {
    const disk = createDisk();
    const shared = createJointSync(disk.sync);
    const calls = Promise.all([shared(), ...Array.from({ length: 100 }, shared)]);
    disk.running.shift()?.end();
    await settle();
    disk.running.shift()?.end();
    await calls;
    expect(disk.log).toEqual(['begin 1', 'end 1', 'begin 2', 'end 2']);
  });

  it('fails those who wait, and every later call, after one that failed', async () => {
    const disk = createDisk();
    const shared = createJointSync(disk.sync);
    const [first, second] = [shared(), shared()];
    disk.running.shift()?.fail();
    await expect(first).rejects.toThrow('sync 1 failed');
    await expect(second).rejects.toThrow('sync 1 failed');
    await expect(shared()).rejects.toThrow('sync 1 failed');
    expect(disk.begun()).toBe(1);
  });
});
