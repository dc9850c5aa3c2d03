import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type peerPrograms, skipReason } from './installed.ts';

/**
 * `npm run test:peers [-- file …]`: installs the peers where they are not installed, and runs the suites against them. What
 * cannot run here is skipped, counted and says why. Peers listen on all interfaces, so everything runs where there is no other
 * than loopback, if this system lets it.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = fileURLToPath(new URL('../peers', import.meta.url));
const peers: readonly (keyof typeof peerPrograms)[] = ['slack', 'teams'];

/** A registry that does not answer by then will not, and the suites are to stay below four minutes. */
const installTries = 2;
const installWithinMs = 45_000;
const pauseMs = 3_000;
/** What no second try mends, and what nobody may overlook: another package than the one that was locked. */
const wrongPackage = /EINTEGRITY|EUSAGE|EJSONPARSE/;

if (process.platform === 'linux' && process.arch === 'x64' && !isInstalled()) await install();
for (const peer of peers) {
  const reason = skipReason(peer);
  if (reason !== null) console.log(`The suites of ${peer} are skipped: ${reason}`);
}
process.exitCode = await runSuites(process.argv.slice(2));

/** Whether the versions that `package.json` names stand there. */
function isInstalled(): boolean {
  const { dependencies } = readManifest(`${folder}/package.json`);
  return Object.entries(dependencies).every(([name, version]) => {
    const path = `${folder}/node_modules/${name}/package.json`;
    return existsSync(path) && readManifest(path).version === version;
  });
}

function readManifest(path: string) {
  const manifest = z.looseObject({ version: z.string(), dependencies: z.record(z.string(), z.string()).default({}) });
  return manifest.parse(JSON.parse(readFileSync(path, 'utf8')));
}

async function install(): Promise<void> {
  for (let attempt = 1; attempt <= installTries; attempt++) {
    console.log(`Installing the peers (npm ci in test/peers, try ${attempt} of ${installTries})`);
    const options = ['--no-audit', '--no-fund', '--fetch-retries=1', '--loglevel=error'];
    const npm = spawnSync('npm', ['ci', ...options], { cwd: folder, encoding: 'utf8', timeout: installWithinMs });
    if (npm.status === 0) return;
    const said = `${npm.stdout ?? ''}${npm.stderr ?? ''}`.trim();
    if (wrongPackage.test(said)) throw new Error(`npm ci refused what the registry gave for the peers:\n${said}`);
    console.log(`The peers could not be installed: ${said.split('\n', 1)[0] || `no answer in ${installWithinMs} ms`}`);
    if (attempt < installTries) await pause(pauseMs);
  }
}

async function runSuites(files: readonly string[]): Promise<number> {
  const vitest = `${root}/node_modules/vitest/vitest.mjs`;
  const command = [process.execPath, vitest, 'run', '--config', `${folder}/vitest.config.ts`, ...files];
  const [program = '', ...parameters] = [...withoutNetwork(), ...command];
  const child = spawn(program, parameters, { cwd: root, stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  return typeof code === 'number' ? code : 1;
}

/** What a command is put behind so that it sees no network but loopback; nothing where this system does not let us. */
function withoutNetwork(): readonly string[] {
  const onlyLoopback = 'ip link set lo up && exec "$@"';
  for (const namespaces of ['-n', '-rn']) {
    const behind = ['unshare', namespaces, 'sh', '-c', onlyLoopback, 'sh'];
    if (spawnSync('unshare', [...behind.slice(1), 'true']).status === 0) return behind;
  }
  console.log('No network of its own for the peers: they listen on all interfaces while the suites run');
  return [];
}
