/**
 * How a trouble begins: from one attempt to the next, or creeping up as a part wears. Two stories are told of the same
 * attempts, a step and a ramp, each at its best start and height, and their likelihoods compared.
 */
export type Onset = {
  /** Natural logarithm of the likelihood of the best ramp over that of the best step: above 0 it crept. */
  readonly rampOverStep: number;
};

export type Outcomes = {
  /** Ms since 1970, ascending. */
  readonly time: Float64Array;
  /** 1 failed, 0 went well. */
  readonly failed: Uint8Array;
  /** Chance of an ordinary failure. */
  readonly usual: Float64Array;
};

const STARTS = 16;
const HEIGHTS = [0.03, 0.06, 0.1, 0.15, 0.22, 0.32, 0.45, 0.6, 0.8, 0.95];

/** @param end until when the trouble lasted, ms since 1970; attempts after it are left out */
export function compareOnsets(outcomes: Outcomes, end: number): Onset {
  const from = outcomes.time[0] ?? end;
  const starts = Array.from({ length: STARTS }, (_, i) => from + ((end - from) * i) / STARTS);
  const best = (shape: (time: number, start: number) => number) =>
    Math.max(...starts.flatMap((start) => HEIGHTS.map((height) => logLikelihood(outcomes, end, start, height, shape))));
  const ramp = best((time, start) => (time - start) / (end - start));
  return { rampOverStep: ramp - best(() => 1) };
}

function logLikelihood(
  { time, failed, usual }: Outcomes,
  end: number,
  start: number,
  height: number,
  shape: (time: number, start: number) => number,
): number {
  let log = 0;
  for (let i = 0; i < time.length && time[i]! <= end; i++) {
    const struck = time[i]! < start ? 0 : height * shape(time[i]!, start);
    const chance = usual[i]! + (1 - usual[i]!) * struck;
    log += Math.log(failed[i] ? Math.max(1e-6, chance) : Math.max(1e-6, 1 - chance));
  }
  return log;
}
