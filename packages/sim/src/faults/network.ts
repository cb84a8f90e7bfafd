import type { Mix } from './shapes.ts';
import { bursting, kind, steady, striking } from './shapes.ts';
import { aCoverage, anAcquirer, anIssuer, aStore, aTerminal, aTerminalOn, oneOf } from './sites.ts';
import type { FaultKind } from './types.ts';

/** A timeout keeps everybody waiting; a refused connection is told at once. */
const waiting = (reason: string) => ({ wait: reason === 'no_response' ? 30 : 4 });

export const NETWORK: readonly FaultKind[] = [
  kind('network.down', {
    site: oneOf([aStore, 45], [aTerminal(), 30], [aCoverage, 25]),
    behave: (v) => ({
      strike: striking(
        steady(v.chance),
        [
          ['link_down', 0.55],
          ['connect_failed', 0.25],
          ['dns_failed', 0.1],
          ['no_response', 0.1],
        ],
        waiting,
      ),
      traffic: steady(v.traffic),
    }),
  }),
  kind('network.unstable', {
    site: oneOf([aStore, 50], [aTerminal(), 30], [aCoverage, 20]),
    behave: (v, { span, rng }) => {
      const chance = bursting(v, span, rng);
      return {
        strike: striking(
          chance,
          [
            ['link_lost', 0.4],
            ['no_response', 0.25],
            ['connect_failed', 0.2],
            ['link_down', 0.15],
          ],
          waiting,
        ),
        disturb: (p, own) => {
          if (chance(p.time) > 0) p.rtt *= own.between(1.5, 6);
        },
      };
    },
  }),
  kind('network.slow', {
    site: oneOf([aStore, 50], [aTerminal(), 35], [aCoverage, 15]),
    behave: (v) => ({
      strike: striking(
        steady(v.chance),
        [
          ['no_response', 0.65],
          ['link_lost', 0.15],
          ['cancelled_by_operator', 0.2],
        ],
        () => ({ wait: 35, stage: 'online' }),
      ),
      disturb: (p, rng) => {
        p.rtt *= v.factor * rng.lognormal(1, 0.3);
      },
    }),
  }),
  kind('network.misconfigured', {
    site: oneOf([aTerminal(), 65], [aStore, 35]),
    behave: (v, { rng }) => {
      const mix: Mix = rng.weighted<Mix>([
        [
          [
            ['dns_failed', 0.95],
            ['connect_failed', 0.05],
          ],
          35,
        ],
        [
          [
            ['connect_failed', 0.9],
            ['no_response', 0.1],
          ],
          35,
        ],
        [[['tls_failed', 1]], 30],
      ]);
      return { strike: striking(steady(v.chance), mix, waiting), traffic: steady(v.traffic) };
    },
  }),
  kind('network.signal_weak', {
    site: oneOf([aTerminalOn('cellular'), 80], [aTerminalOn('wifi'), 20]),
    behave: (v) => ({
      strike: striking(
        steady(v.chance),
        [
          ['link_lost', 0.4],
          ['no_response', 0.3],
          ['link_down', 0.2],
          ['connect_failed', 0.1],
        ],
        waiting,
      ),
      disturb: (p, rng) => {
        p.rtt *= rng.between(1.5, 4);
        if (p.signal !== null) p.signal -= v.drop;
      },
    }),
  }),
  kind('network.acquirer_host_down', {
    site: anAcquirer,
    behave: (v) => ({
      strike: striking(
        steady(v.chance),
        [
          ['host_error', 0.4],
          ['no_response', 0.35],
          ['connect_failed', 0.25],
        ],
        waiting,
      ),
      traffic: steady(v.traffic),
    }),
  }),
  kind('network.issuer_unreachable', {
    site: anIssuer,
    behave: (v) => ({
      strike: striking(steady(v.chance), [
        ['issuer_unavailable', 0.9],
        ['no_response', 0.1],
      ]),
    }),
  }),
];
