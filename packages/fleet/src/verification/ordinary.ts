import { TYPICAL_FAILURES } from '@duka/knowledge/signatures';
import { INTERFACES } from '@duka/model';
import type { Experiences } from './experiences.ts';

/** Typical rates count as so many reads: they carry a log without anything to compare with. */
const TYPICAL_READS = 30;
const ROUNDS = 3;
/** Standard deviations above which a terminal has a trouble of its own and is no measure for others. */
const OUT_OF_ORDER = 4;

/** What a read fails by where all is well: in all, and by what is written of it. */
export type Ordinary = { readonly total: number; readonly byComplaint: Float64Array };

/** By index into INTERFACES, from the experiences that `counts` accepts, without terminals that stand out. */
export function ordinaryRates(experiences: Experiences, counts: (i: number) => boolean): readonly Ordinary[] {
  return INTERFACES.map((face, index) => {
    const typicalOf: ReadonlyMap<string, number> = new Map(Object.entries(TYPICAL_FAILURES[face]));
    const typical = [...typicalOf.values()].reduce((sum, perMille) => sum + perMille, 0) / 1000;
    const tallies = [...tallyByTerminal(experiences, (i) => experiences.face[i] === index && counts(i)).values()];
    let kept = tallies;
    let rate = pooled(kept, typical);
    for (let round = 0; round < ROUNDS; round++) {
      const usual = rate;
      kept = tallies.filter(
        ({ reads, failures }) => failures <= reads * usual + OUT_OF_ORDER * Math.sqrt(reads * usual * (1 - usual)) + 1,
      );
      rate = pooled(kept, typical);
    }
    const reads = kept.reduce((sum, tally) => sum + tally.reads, TYPICAL_READS);
    const byComplaint = Float64Array.from(experiences.complaints, (name, complaint) => {
      const perMille = typicalOf.get(name);
      // What is no reason (a vendor's code, a stage, nothing at all) may stand for any.
      const usual = perMille === undefined ? typical : perMille / 1000;
      return kept.reduce((sum, tally) => sum + (tally.complaints[complaint] ?? 0), TYPICAL_READS * usual) / reads;
    });
    return { total: rate, byComplaint };
  });
}

type Tally = { reads: number; failures: number; readonly complaints: number[] };

function tallyByTerminal(
  { terminal, failed, complaint }: Experiences,
  counts: (i: number) => boolean,
): Map<number, Tally> {
  const tallies = new Map<number, Tally>();
  for (let i = 0; i < failed.length; i++) {
    if (!counts(i)) continue;
    const tally = tallies.get(terminal[i]!) ?? { reads: 0, failures: 0, complaints: [] };
    tallies.set(terminal[i]!, tally);
    tally.reads++;
    if (!failed[i]) continue;
    tally.failures++;
    tally.complaints[complaint[i]!] = (tally.complaints[complaint[i]!] ?? 0) + 1;
  }
  return tallies;
}

function pooled(tallies: readonly Tally[], typical: number): number {
  const reads = tallies.reduce((sum, tally) => sum + tally.reads, 0);
  const failures = tallies.reduce((sum, tally) => sum + tally.failures, 0);
  return (failures + TYPICAL_READS * typical) / (reads + TYPICAL_READS);
}
