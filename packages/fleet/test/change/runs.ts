import type { ChangeDesign } from '../../src/change/design.ts';
import { ChangeDetector } from '../../src/change/detector.ts';
import { meanRunLength } from '../../src/change/run-length.ts';
import type { Random } from '../crossed/random.ts';
import { oddsBetween } from './vectors.ts';

/** Mean number of attempts until the detector says that something changed, and its standard error. */
export function simulatedRuns(design: ChangeDesign, ordinary: number, actual: number, runs: number, random: Random) {
  let sum = 0;
  let squares = 0;
  for (let run = 0; run < runs; run++) {
    const detector = new ChangeDetector(design);
    let attempts = 0;
    for (;;) {
      const failed = random.unit() < actual;
      detector.update(ordinary, failed);
      attempts++;
      // Only a failure can raise the alarm.
      if (failed && detector.read().phase === 'changed') break;
    }
    sum += attempts;
    squares += attempts ** 2;
  }
  const mean = sum / runs;
  return { mean, error: Math.sqrt((squares / runs - mean ** 2) / runs) };
}

/**
 * Mean delay of the CUSUM that knows p1, at the same mean number of attempts to a false alarm: exact on a lattice of
 * twentieths of a success, failures shared between two points, and read off between the two thresholds around.
 */
export function optimalDelay(p0: number, p1: number, arl: number): number {
  const odds = oddsBetween(p0, p1);
  const common = Math.log1p(p0 * (odds - 1));
  const fine = Math.ceil((40 * common) / (Math.log(odds) - common));
  const up = ((Math.log(odds) - common) / common) * fine;
  const low = Math.floor(up);
  const runs = (chance: number, top: number) =>
    meanRunLength(
      [
        { by: -fine, chance: 1 - chance },
        { by: low, chance: chance * (1 - (up - low)) },
        { by: low + 1, chance: chance * (up - low) },
      ],
      top,
    );
  let bottom = 1;
  let top = 8;
  while (runs(p0, top) < arl) {
    bottom = top;
    top *= 2;
  }
  while (top - bottom > 1) {
    const middle = (bottom + top) >> 1;
    if (runs(p0, middle) < arl) bottom = middle;
    else top = middle;
  }
  const between = Math.log(arl / runs(p0, bottom)) / Math.log(runs(p0, top) / runs(p0, bottom));
  return runs(p1, bottom) * (1 - between) + runs(p1, top) * between;
}
