import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildTeamsPackage } from '../../../adapters/channels/manifests/teams-package.ts';
import { teamsProblems, translationProblems } from './teams-rules.ts';

const place = { url: 'https://hr.test.example', appId: '11111111-2222-4333-8444-555555555555' };
const bytes = buildTeamsPackage(place);
const files = unzipSync(bytes);

/** Reads a PNG of eight bits with opacity and without filters, which is what we write. */
function readPng(png: Uint8Array) {
  const data = Buffer.from(png);
  expect([...data.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const [width, height] = [data.readUInt32BE(16), data.readUInt32BE(20)];
  expect([...data.subarray(24, 29)], 'bits, colours, packing, filter, interlace').toEqual([8, 6, 0, 0, 0]);
  const packed = data.subarray(41, 41 + data.readUInt32BE(33));
  const lines = inflateSync(packed);
  const points = Array.from({ length: width * height }, (_, index) => {
    const at = Math.floor(index / width) * (width * 4 + 1) + 1 + (index % width) * 4;
    return [...lines.subarray(at, at + 4)];
  });
  return { width, height, points };
}

const folder = mkdtempSync(join(tmpdir(), 'manifests-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('buildTeamsPackage()', () => {
  it('holds the manifest, the translation and both icons, at the top', () => {
    expect(Object.keys(files).toSorted()).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png']);
    const manifest: unknown = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
    expect(teamsProblems(manifest)).toEqual([]);
    expect(translationProblems(JSON.parse(strFromU8(files['en.json'] ?? new Uint8Array())), manifest)).toEqual([]);
  });

  it('has a colour icon of 192 points that covers its ground', () => {
    const { width, height, points } = readPng(files['color.png'] ?? new Uint8Array());
    expect([width, height]).toEqual([192, 192]);
    expect(points.every(([, , , opacity]) => opacity === 255)).toBe(true);
    expect(points[0]).toEqual([0x1d, 0x4a, 0x44, 255]);
    expect(new Set(points.map(String)).size).toBeGreaterThan(10);
  });

  it('keeps the mark in the middle, where round frames cut nothing off', () => {
    const { points } = readPng(files['color.png'] ?? new Uint8Array());
    const ground = String(points[0]);
    const far = points.filter((point, index) => {
      const [x, y] = [(index % 192) - 95.5, Math.floor(index / 192) - 95.5];
      return Math.hypot(x, y) > 80 && String(point) !== ground;
    });
    expect(far).toEqual([]);
  });

  it('has an outline icon of 32 points, white on nothing', () => {
    const { width, height, points } = readPng(files['outline.png'] ?? new Uint8Array());
    expect([width, height]).toEqual([32, 32]);
    const seen = points.filter(([, , , opacity]) => opacity !== 0);
    expect(seen.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true);
    expect(seen.length).toBeGreaterThan(100);
    expect(seen.length).toBeLessThan(500);
  });

  it('is the same, byte for byte, in another process and another time zone', () => {
    const script = fileURLToPath(new URL('../../../adapters/channels/cli/manifests.ts', import.meta.url));
    for (const zone of ['Pacific/Auckland', 'America/Los_Angeles']) {
      const args = ['--url', place.url, '--teams-app-id', place.appId, '--out', join(folder, zone)];
      const ended = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], {
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      });
      expect(ended.stderr).toBe('');
      expect(Buffer.compare(readFileSync(join(folder, zone, 'teams-app.zip')), bytes)).toBe(0);
      expect(
        z.looseObject({}).safeParse(JSON.parse(readFileSync(join(folder, zone, 'slack-manifest.json'), 'utf8')))
          .success,
      ).toBe(true);
    }
  });
});
