import { taipeiDay } from '../../bot/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { Asked, Request } from './ask-server.ts';
import { checkAddress, checkAddressForm } from './check-address.ts';
import { checkClock } from './check-clock.ts';
import { checkContent } from './check-content.ts';
import { checkSettings, type Settings, type Variables } from './check-settings.ts';
import { checkSlack } from './check-slack.ts';
import { checkStore } from './check-store.ts';
import { checkSecret, checkTeams } from './check-teams.ts';
import { type Finding, good, skipped, toRepair } from './finding.ts';

/** What the checks look at. */
export interface Surroundings {
  readonly variables: Variables;
  /** Null where no server is to be asked. */
  readonly request: Request | null;
  /** Such as `24.21.0`. */
  readonly nodeVersion: string;
  /** Reads the content; throws an `OperatorError` that names what is not valid. */
  knowledge(): Knowledge;
  now(): number;
}

/** Types are stripped by Node itself from here on. */
const nodeMajor = 24;

/** Looks at everything, in the order in which somebody would repair it. Contract: shows no secret; each check ends by itself. */
export async function diagnose(surroundings: Surroundings): Promise<readonly Finding[]> {
  const { variables, request, nodeVersion, knowledge, now } = surroundings;
  const settings = checkSettings(variables);
  const today = taipeiDay(now());
  const [servers, store] = await Promise.all([
    request === null ? [] : askServers(settings, request, now),
    settings.config === null ? [skipped('資料庫', '先更正基本設定')] : checkStore(settings.config, now()),
  ]);
  return [
    checkNode(nodeVersion),
    ...settings.findings,
    ...(settings.teams?.tokens === 'verified' ? [checkSecret(settings.teams, today)] : []),
    ...(request === null ? [skipped('連線', '離線檢查，沒有問 Slack、Microsoft 與對外網址')] : servers),
    ...checkContent(knowledge, today),
    ...store,
  ];
}

function checkNode(version: string): Finding {
  const about = 'Node 版本';
  return Number(version.split('.')[0]) >= nodeMajor
    ? good(about, version)
    : toRepair(about, `${version} 太舊`, '以 npm run 執行：npm ci 會帶來 Node 24');
}

async function askServers(
  { slack, teams, publicUrl }: Settings,
  request: Request,
  now: () => number,
): Promise<readonly Finding[]> {
  const fromOutside = teams?.tokens === 'verified' || (slack !== null && slack.signingSecret !== null);
  const form = checkAddressForm(publicUrl, fromOutside ? 'needed' : 'optional');
  const timed = async (asking: Promise<{ readonly findings: readonly Finding[]; readonly asked: Asked }>) => {
    const { findings, asked } = await asking;
    return { findings, clock: asked.type === 'answered' ? { server: asked.serverTime, here: now() } : null };
  };
  const [ofSlack, ofTeams, address] = await Promise.all([
    slack === null ? null : timed(checkSlack(slack, request)),
    teams?.tokens === 'verified' ? timed(checkTeams(teams, request)) : null,
    form ?? checkAddress(publicUrl ?? '', request),
  ]);
  const clock = ofSlack?.clock ?? ofTeams?.clock ?? null;
  return [
    ...(ofSlack?.findings ?? []),
    ...(ofTeams?.findings ?? []),
    checkClock(clock?.server ?? null, clock?.here ?? 0),
    address,
  ];
}
