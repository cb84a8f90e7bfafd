import type { Interface, Scope } from '@duka/model';
import { HOUR, MINUTE } from '../calendar.ts';
import type { Rng } from '../rng.ts';
import type { Presentation } from '../sale/presentation.ts';
import { APP_LINES, PARAMS } from '../world/tables.ts';
import type { World } from '../world/types.ts';
import { boundsOf } from './scope.ts';
import type { Mix, MixByInterface, Strike } from './shapes.ts';
import { kind, steady, striking, strikingBy } from './shapes.ts';
import { arrival, aTerminal, drawRelease, drawTerminal, scheduleOf, someBins } from './sites.ts';
import type { FaultKind, Span } from './types.ts';

const SOFTWARE_COLUMNS = ['app_version', 'firmware_version'] as const;

/** When the first terminal of the scope got the version that the scope names. */
function rollout(world: World, scope: Scope): number {
  const { reaches } = boundsOf(scope);
  const arrivals = world.terminals.filter(reaches).map((terminal) =>
    Math.max(
      ...SOFTWARE_COLUMNS.map((column) => {
        const version = scope[column];
        return typeof version === 'string' ? arrival(scheduleOf(terminal, column), version) : -Infinity;
      }),
    ),
  );
  return arrivals.reduce((first, time) => Math.min(first, time), Infinity);
}

const READ_INTERFACES = ['chip', 'contactless', 'magstripe', 'qr'] as const;

/** What bad code looks like at each interface. A given defect shows itself mostly in one of these ways. */
const DEFECTS = {
  chip: ['protocol_error', 'unknown', 'bad_data', 'frozen'],
  contactless: ['unknown', 'no_response_rf', 'use_other_interface', 'rf_lost'],
  magstripe: ['unknown', 'partial', 'parity', 'lrc'],
  qr: ['unknown', 'qr_unreadable'],
  manual: ['unknown', 'frozen'],
} as const;

function defectMixes(rng: Rng): MixByInterface {
  const mixes = Object.entries(DEFECTS).map(([at, ways]): [string, Mix] => {
    const usual = rng.below(ways.length);
    return [at, ways.map((reason, i) => [reason, i === usual ? 0.85 : 0.15 / ways.length])];
  });
  return Object.fromEntries(mixes) as MixByInterface;
}

/** Every second attempt of a terminal, as when a buffer is left half full. */
function everySecond(mixes: MixByInterface): Strike {
  const seen = new Map<number, number>();
  const strike = strikingBy(steady(1), mixes);
  return (p, rng, tilt) => {
    const count = seen.get(p.terminal.index) ?? 0;
    seen.set(p.terminal.index, count + 1);
    return count % 2 === 1 ? strike(p, rng, tilt) : null;
  };
}

/** It hangs every so many hours, and stays so until some minutes after somebody has noticed: then it is restarted. */
function freezing(v: { every: number; for: number }, { since }: Span, rng: Rng): (p: Presentation) => boolean {
  const terminals = new Map<number, { hangs: number; restarted: number }>();
  return ({ terminal, time }) => {
    const state = terminals.get(terminal.index) ?? { hangs: since, restarted: since };
    terminals.set(terminal.index, state);
    if (time >= state.hangs) {
      state.restarted = time + (0.3 + rng.exponential(0.7)) * v.for * MINUTE;
      state.hangs = state.restarted + rng.exponential(v.every * HOUR);
    }
    return time < state.restarted;
  };
}

const ALTERNATING_SHARE = 0.3;

export const SOFTWARE: readonly FaultKind[] = [
  kind('software.app_defect', {
    site: (world, rng) => {
      const release = drawRelease(world, rng, 'app_version');
      if (release === null) return null;
      const at = rng.pick<Interface>(READ_INTERFACES);
      const model = rng.weighted(release.terminals.map((t) => [t.model.name, t.volume]));
      return rng.weighted<Scope>([
        [{ model, app_version: release.version }, 45],
        [{ app_version: release.version, interface: at }, 35],
        [{ model, app_version: release.version, interface: at }, 20],
      ]);
    },
    earliest: rollout,
    prompt: true,
    behave: (v, { rng }) => {
      const mixes = defectMixes(rng);
      const alternating = v.alternating < ALTERNATING_SHARE;
      return { strike: alternating ? everySecond(mixes) : strikingBy(steady(v.chance), mixes) };
    },
  }),
  kind('software.app_outdated', {
    site: (world, rng) => {
      const laggards: readonly string[] = Object.values(APP_LINES).map(({ laggard }) => laggard);
      const terminal =
        drawTerminal(world, rng, ({ app }) => laggards.includes(app[0]?.version ?? '')) ?? drawTerminal(world, rng);
      const version = terminal?.app[0]?.version;
      if (version === undefined) return null;
      return { bin: someBins(rng), app_version: version, interface: ['chip', 'contactless'] };
    },
    behave: (v) => ({
      strike: strikingBy(steady(v.chance), {
        chip: [
          ['no_application', 0.6],
          ['bad_data', 0.4],
        ],
        contactless: [['use_other_interface', 1]],
      }),
    }),
  }),
  kind('software.host_incompatible', {
    site: (world, rng) => {
      const release = drawRelease(world, rng, 'app_version');
      if (release === null) return null;
      const acquirer = rng.weighted(release.terminals.map((t) => [t.store.acquirer, t.volume]));
      return { app_version: release.version, acquirer };
    },
    earliest: rollout,
    prompt: true,
    behave: (v, { rng }) => {
      const format = rng.between(0.2, 0.95);
      return {
        strike: striking(steady(v.chance), [
          ['format_error', format],
          ['mac_error', 1 - format],
        ]),
      };
    },
  }),
  kind('software.parameters_outdated', {
    site: (world, rng) => {
      const old = drawTerminal(world, rng, ({ params }) => params[0]?.version === PARAMS.old);
      return old === null ? null : { bin: someBins(rng), param_version: PARAMS.old, interface: 'chip' };
    },
    behave: (v) => ({
      strike: striking(steady(v.chance), [
        ['capk_missing', 0.65],
        ['no_application', 0.35],
      ]),
    }),
  }),
  kind('software.keys_out_of_sync', {
    site: aTerminal(),
    behave: (v) => ({
      strike: (p, rng, tilt) =>
        p.pin && rng.chance(0.35)
          ? striking(steady(v.chance), [['pin_wrong', 1]], () => ({ iso39: '99', stage: 'online' }))(p, rng, tilt)
          : striking(steady(v.chance), [
              ['mac_error', 0.9],
              ['sign_in_needed', 0.1],
            ])(p, rng, tilt),
    }),
  }),
  kind('software.reader_firmware', {
    site: (world, rng) => {
      const release = drawRelease(world, rng, 'firmware_version');
      const at = rng.pick(['chip', 'contactless', 'magstripe'] as const);
      return release === null ? null : { firmware_version: release.version, interface: at };
    },
    earliest: rollout,
    prompt: true,
    behave: (v) => ({
      strike: strikingBy(steady(v.chance), {
        chip: [
          ['protocol_error', 0.6],
          ['bad_atr', 0.25],
          ['unknown', 0.15],
        ],
        contactless: [
          ['rf_lost', 0.55],
          ['no_response_rf', 0.25],
          ['collision', 0.2],
        ],
        magstripe: [
          ['parity', 0.5],
          ['lrc', 0.3],
          ['start_sentinel', 0.2],
        ],
      }),
    }),
  }),
  kind('software.frozen', {
    site: aTerminal(),
    behave: (v, { span, rng }) => {
      const frozen = freezing(v, span, rng);
      const strike = striking(steady(1), [
        ['frozen', 0.78],
        ['unknown', 0.14],
        ['no_card', 0.08],
      ]);
      return {
        strike: (p, own, tilt) => (frozen(p) ? strike(p, own, tilt) : null),
      };
    },
  }),
];
