// How often the analysis of raw swipes names the right cause, and how fast it is: `npm run bench:swipe`.
// `-- --fit` counts the likelihoods anew on the tuning ranges and writes them; the held-out ranges are never used for it.
import { writeFileSync } from 'node:fs';
import { SWIPE_FAULTS, SWIPE_RANGES } from '@duka/sim';
import type { SwipeAnalysis, SwipeCause } from '@duka/wire/magstripe';
import { analyseSwipes } from '@duka/wire/magstripe';
import { countLikelihoods, likelihoodFile } from './swipe/fit.ts';
import type { Analysed } from './swipe/sessions.ts';
import { sessions } from './swipe/sessions.ts';

const TUNING_SEED = 1;
const TUNING_SESSIONS = 160;
const HELD_OUT_SEED = 3;
const HELD_OUT_SESSIONS = 60;
const LIKELIHOODS = new URL('../packages/wire/src/magstripe/swipe/likelihoods.ts', import.meta.url);

type Session = Analysed & { readonly all: SwipeAnalysis; readonly single: readonly SwipeAnalysis[] };

function analyse(seed: number, each: number, set: 'tuning' | 'heldOut'): readonly Session[] {
  return [...sessions(seed, each, SWIPE_RANGES[set])].map(({ fault, sampleRate, swipes }) => {
    const sounds = swipes.map((channels) => ({
      sampleRate,
      channels,
      dataOffset: 44,
      frameBytes: 2 * channels.length,
    }));
    const all = analyseSwipes(sounds);
    return { fault, analysis: all, all, single: sounds.map((sound) => analyseSwipes([sound])) };
  });
}

function measure(name: string, analysed: readonly Session[]): void {
  const one = analysed.flatMap(({ fault, single }) => single.map((analysis) => [fault, analysis] as const));
  const three = analysed.map(({ fault, all }) => [fault, all] as const);
  console.log(`\n${name}: right cause of ${SWIPE_FAULTS.length}, from one swipe / from three swipes of the same card`);
  for (const fault of SWIPE_FAULTS) {
    const ofOne = one.filter(([truth]) => truth === fault);
    const ofThree = three.filter(([truth]) => truth === fault);
    console.log(`  ${fault.padEnd(16)}${percent(ofOne)} / ${percent(ofThree)}  ${mistakes(ofThree)}`);
  }
  console.log(`  ${'all'.padEnd(16)}${percent(one)} / ${percent(three)}`);
  console.log(`  of those said with 0.9 or more: ${percent(sure(one))} / ${percent(sure(three))}`);
}

/** What a reader itself tells of a swipe: each channel read whole, in part, without a start sentinel, or without a signal. */
const readerSays = ({ swipes }: SwipeAnalysis): string =>
  swipes
    .flat()
    .map((one) =>
      one.state !== 'read' ? one.state : one.whole ? 'whole' : one.backward === null ? 'no start' : 'in part',
    )
    .toSorted()
    .join(' ');

/** For each thing that a reader can say, the cause that it meant most often in the ranges for tuning. */
function readerGuess(tuned: readonly Session[]): Map<string, SwipeCause> {
  const said = Map.groupBy(
    tuned.flatMap(({ fault, single }) => single.map((one) => [readerSays(one), fault] as const)),
    ([says]) => says,
  );
  return new Map([...said].map(([says, all]) => [says, commonest(all.map(([, fault]) => fault))]));
}

function commonest(causes: readonly SwipeCause[]): SwipeCause {
  const groups = [...Map.groupBy(causes, (cause) => cause).values()];
  return groups.toSorted((a, b) => b.length - a.length)[0]![0]!;
}

/** Against what the error bits of the reader alone would tell, at best. */
function compare(tuned: readonly Session[], heldOut: readonly Session[]): void {
  const guess = readerGuess(tuned);
  const one = heldOut.flatMap(({ fault, single }) => single.map((analysis) => [fault, analysis] as const));
  const byReader = one.filter(([truth, analysis]) => guess.get(readerSays(analysis)) === truth).length / one.length;
  const byUs = one.filter(([truth, analysis]) => firstOf(analysis)?.cause === truth).length / one.length;
  const ratio = (byUs / byReader).toFixed(1);
  const share = (value: number) => `${(100 * value).toFixed(1)} %`;
  console.log(
    `\nfrom one swipe, the reader's error bits alone: ${share(byReader)}; the signal: ${share(byUs)}, ${ratio} times as often`,
  );
}

type Said = readonly (readonly [truth: SwipeCause, analysis: SwipeAnalysis])[];

const firstOf = ({ verdict }: SwipeAnalysis) => verdict?.causes[0];
const sure = (said: Said): Said => said.filter(([, analysis]) => (firstOf(analysis)?.probability ?? 0) >= 0.9);

function percent(said: Said): string {
  const right = said.filter(([truth, analysis]) => firstOf(analysis)?.cause === truth).length;
  return `${((100 * right) / said.length).toFixed(1)} % of ${said.length}`.padStart(16);
}

function mistakes(said: Said): string {
  const taken = said.flatMap(([truth, analysis]) => {
    const cause = firstOf(analysis)?.cause ?? 'silence';
    return cause === truth ? [] : [cause];
  });
  return [...Map.groupBy(taken, (cause) => cause)].map(([cause, all]) => `${cause} ${all.length}`).join(', ');
}

/** In ms of processor time, of one whole analysis; the card takes about a second to pass. */
function speed(): number {
  const slow = { ...SWIPE_RANGES.tuning, speed: [86, 88] as const };
  const all = [...sessions(5, 12, slow)].filter(
    ({ sampleRate, tracks, fault }) => sampleRate === 48_000 && tracks.length === 3 && fault !== 'too_fast',
  );
  const swipes = all.flatMap((session) => session.swipes.map((channels) => ({ ...session, channels })));
  const began = process.cpuUsage();
  for (const { sampleRate, channels } of swipes) {
    analyseSwipes([{ sampleRate, channels, dataOffset: 44, frameBytes: 6 }]);
  }
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000 / swipes.length;
}

if (process.argv.includes('--fit')) {
  const analysed = analyse(TUNING_SEED, TUNING_SESSIONS, 'tuning').map(({ fault, all }) => ({ fault, analysis: all }));
  writeFileSync(LIKELIHOODS, likelihoodFile(countLikelihoods(analysed)));
  console.log(`counted on ${analysed.length} sessions of three swipes`);
} else {
  const tuned = analyse(2, 30, 'tuning');
  const heldOut = analyse(HELD_OUT_SEED, HELD_OUT_SESSIONS, 'heldOut');
  measure('ranges it was tuned on, other seeds', tuned);
  measure('held-out ranges', heldOut);
  compare(tuned, heldOut);
  console.log(
    `a swipe of one second at 48 kHz on three channels: ${speed().toFixed(1)} ms of processor time (bound 50 ms)`,
  );
}
