import { DAY } from '../calendar.ts';
import type { FleetConfig } from '../config.ts';
import type { Rng } from '../rng.ts';
import type { AppLine, Model } from './tables.ts';
import { APP_LINES, FIRMWARE_RELEASE, LAGGARD_SHARE, MODELS, PARAMS, REGIONS } from './tables.ts';
import type { Release, Schedule } from './types.ts';

/** When each rollout of the window starts, in parts of the window. */
export type ReleasePlan = {
  readonly app: { readonly [L in AppLine]: readonly { version: string; at: number; over: number; share: number }[] };
  readonly firmware: ReadonlyMap<string, number>;
  /** The part of a rollout after which each region's turn comes, where it goes region by region. */
  readonly waves: ReadonlyMap<string, number> | null;
};

export function planReleases(rollouts: FleetConfig['rollouts'], rng: Rng): ReleasePlan {
  const line = (name: AppLine) =>
    APP_LINES[name].releases.map((release) => ({ ...release, at: rng.between(release.at[0], release.at[1]) }));
  const { at } = FIRMWARE_RELEASE;
  return {
    app: { smart: line('smart'), classic: line('classic') },
    firmware: new Map(MODELS.map(([model]) => [model.name, rng.between(at[0], at[1])])),
    waves: rollouts === 'waves' ? drawWaves(rng.fork('waves')) : null,
  };
}

/** One region is the pilot, the others follow in four waves. */
function drawWaves(rng: Rng): ReadonlyMap<string, number> {
  const pilot = rng.below(REGIONS.length);
  return new Map(REGIONS.map(([region], i) => [region, i === pilot ? 0 : (1 + rng.below(WAVES)) / (WAVES + 1)]));
}
const WAVES = 4;

export function releasesOf(models: readonly Model[], plan: ReleasePlan): Release[] {
  const lines = new Set(models.map((model) => model.line));
  return [
    ...[...lines].flatMap((line) => plan.app[line].map(({ version }): Release => ({ column: 'app_version', version }))),
    ...models.map((model): Release => ({ column: 'firmware_version', version: model.firmware[1] })),
  ];
}

/** A staged rollout: a tenth of the terminals that it reaches get it at once, the others later; or each in its region's wave. */
function adoption(rng: Rng, at: number, over: number, wave: number | null): number {
  if (wave !== null) return at + over * (wave + rng.unit() / (WAVES + 1) / 3);
  return rng.chance(0.1) ? at : at + over * rng.unit();
}

export function softwareOf(
  model: Model,
  plan: ReleasePlan,
  window: { readonly start: number; readonly days: number },
  region: string,
  rng: Rng,
): { app: Schedule; firmware: Schedule; params: Schedule } {
  const moment = (part: number) => window.start + part * window.days * DAY;
  const line = APP_LINES[model.line];
  const wave = plan.waves?.get(region) ?? null;
  const laggard = rng.chance(LAGGARD_SHARE);
  const app: { from: number; version: string }[] = [{ from: -Infinity, version: laggard ? line.laggard : line.base }];
  for (const release of plan.app[model.line]) {
    if (laggard || !rng.chance(release.share)) continue;
    app.push({ from: moment(adoption(rng, release.at, release.over, wave)), version: release.version });
  }
  const firmware = [{ from: -Infinity, version: model.firmware[0] }];
  if (rng.chance(FIRMWARE_RELEASE.share)) {
    const at = plan.firmware.get(model.name) ?? 0.3;
    firmware.push({ from: moment(adoption(rng, at, FIRMWARE_RELEASE.over, wave)), version: model.firmware[1] });
  }
  const params = [{ from: -Infinity, version: rng.chance(PARAMS.alreadyCurrent) ? PARAMS.current : PARAMS.old }];
  if (params[0]?.version === PARAMS.old && rng.chance(PARAMS.updating)) {
    params.push({ from: moment(rng.unit()), version: PARAMS.current });
  }
  return { app, firmware, params };
}
