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
const DAY = 86_400_000;
/** What creeps may reach its height before the end, but not within so few days; what goes quicker counts as a step. */
const RAMPS = [4 * DAY, 8 * DAY];
const QUICK = DAY;

type Shape = (time: number, start: number) => number;

/** @param end until when the trouble lasted, ms since 1970; attempts after it are left out */
export function compareOnsets(outcomes: Outcomes, end: number): Onset {
  const from = outcomes.time[0] ?? end;
  const starts = Array.from({ length: STARTS }, (_, i) => from + ((end - from) * i) / STARTS);
  const calm = logsOfCalm(outcomes);
  const best = (shapes: readonly Shape[]) =>
    Math.max(
      ...shapes.flatMap((shape) =>
        starts.flatMap((start) => HEIGHTS.map((height) => logLikelihood(outcomes, calm, end, start, height, shape))),
      ),
    );
  const within =
    (length: number): Shape =>
    (time, start) =>
      Math.min(1, (time - start) / length);
  const toTheEnd: Shape = (time, start) => (time - start) / (end - start);
  const slow = [toTheEnd, ...RAMPS.filter((length) => length < end - from).map(within)];
  const quick = [() => 1, ...(2 * QUICK < end - from ? [within(QUICK)] : [])];
  return { rampOverStep: best(slow) - best(quick) };
}

/** The logarithm of the likelihood of the attempts before each one, where all is in order. */
function logsOfCalm({ failed, usual }: Outcomes): Float64Array {
  const logs = new Float64Array(usual.length + 1);
  for (let i = 0; i < usual.length; i++) logs[i + 1] = logs[i]! + logOutcome(failed[i]!, usual[i]!);
  return logs;
}

const logOutcome = (failed: number, chance: number): number =>
  Math.log(failed ? Math.max(1e-6, chance) : Math.max(1e-6, 1 - chance));

function logLikelihood(
  { time, failed, usual }: Outcomes,
  calm: Float64Array,
  end: number,
  start: number,
  height: number,
  shape: (time: number, start: number) => number,
): number {
  let i = 0;
  while (i < time.length && time[i]! <= end && time[i]! < start) i++;
  let log = calm[i]!;
  for (; i < time.length && time[i]! <= end; i++) {
    const struck = height * shape(time[i]!, start);
    log += logOutcome(failed[i]!, usual[i]! + (1 - usual[i]!) * struck);
  }
  return log;
}
