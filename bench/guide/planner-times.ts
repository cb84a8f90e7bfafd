import { readKnowledge } from '@duka/diagnosis';
import { knowledgeFile } from '@duka/knowledge';
import { Rng } from '@duka/sim';
import type { Evidence } from '../../apps/guide/src/kit/kit.ts';
import { ownKit } from '../../apps/guide/src/kit/own.ts';

export type Times = { readonly plans: number; readonly p50: number; readonly p99: number; readonly most: number };

/** Each plan is made so often, each time anew, and the fastest counts: what else the machine does is not the planner's. */
const TAKES = 3;

/** How long the planner takes over the full knowledge, at every step of courses with random answers; in ms of `clock`. */
export function plannerTimes(courses: number, clock: () => number): Times {
  // A kit remembers its last plans: each of these knows none of the others'.
  const model = readKnowledge(knowledgeFile());
  const kits = Array.from({ length: TAKES }, () => ownKit(model));
  const [kit = ownKit(model)] = kits;
  const rng = new Rng(3);
  const times: number[] = [];
  const timeOf = (work: () => void) => {
    const began = clock();
    work();
    return clock() - began;
  };
  for (let i = 0; i < courses; i++) {
    let known: Evidence = { model: null, finding: [], answers: {}, failed: [], skipped: [], handsOnly: false };
    for (let step = 0; step < 20; step++) {
      // The first plan is the same for every course, and known from the first one on.
      if (step > 0) times.push(Math.min(...kits.map((one) => timeOf(() => one.plan(known)))));
      const { kind, id } = kit.plan(known).next;
      if (kind === 'call') break;
      const values = kit.question(id)?.values ?? [];
      known =
        kind === 'ask'
          ? { ...known, answers: { ...known.answers, [id]: rng.pick([null, ...values]) } }
          : { ...known, failed: [...known.failed, id] };
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? Number.NaN;
  return { plans: times.length, p50: at(0.5), p99: at(0.99), most: at(1) };
}
