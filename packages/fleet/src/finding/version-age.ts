import { UNKNOWN } from '../log/dictionary.ts';
import { columnTexts } from '../log/frame.ts';
import { VERSION_COLUMNS } from '../scene/attributes.ts';
import { itsWork } from '../scene/blame.ts';
import type { Fault, Scene } from '../scene/scene.ts';

/** So many attempts of the time of the trouble, evenly spaced, tell which versions there were. */
const SAMPLE = 5000;
/** Attempts with a version that can be compared, to say anything. */
const FEWEST = 20;
/** Behind where more than this part of them has a newer one; the newest where less than the other. */
const BEHIND = 0.5;
const NEWEST = 0.1;

/**
 * Whether the versions that bound a fault, or else the app of the terminal that it sits at, are older than what others of the same
 * models ran at the time, or all of them before: an outdated app is behind by its name, and what a release broke is new.
 */
export function versionAge(scene: Scene, fault: Fault): 'behind' | 'midway' | 'newest' | 'unknown' {
  const { attributes, frame } = scene;
  const column =
    VERSION_COLUMNS.find((version) => fault.bounds[version]) ?? (fault.bounds.terminal_id ? 'app_version' : null);
  if (column === null) return 'unknown';
  const homesOfFailures = itsWork(fault.blame).map((row) => attributes.home[row]!);
  const own = new Set(fault.bounds[column] ?? known(attributes.of[column], homesOfFailures));
  const models = known(attributes.of.model, homesOfFailures);
  const { value } = columnTexts(frame, column);
  const latest = [...own]
    .map((code) => versionOf(value(code)))
    .reduce<Version | null>((a, b) => (a && compare(a, b) >= 0 ? a : b), null);
  if (latest === null) return 'unknown';
  const othersFrom = (from: number, to: number) => {
    let compared = 0;
    let newer = 0;
    for (const [home, count] of attemptsOfHomes(scene, from, to)) {
      const code = attributes.of[column][home]!;
      if (code === UNKNOWN || !isOneOf(models, attributes.of.model[home]!)) continue;
      // A version is compared with others; a terminal's, with what all terminals have.
      if (own.has(code) && fault.bounds[column]) continue;
      const version = versionOf(value(code));
      if (version.name !== latest.name) continue;
      compared += count;
      if (compare(version, latest) > 0) newer += count;
    }
    return { compared, newer };
  };
  const during = othersFrom(fault.first, fault.over ? fault.last + 1 : frame.length);
  // Where all changed at once, there is only what they had before.
  const { compared, newer } = during.compared < FEWEST ? othersFrom(0, fault.first) : during;
  if (compared < FEWEST) return 'unknown';
  return newer > BEHIND * compared ? 'behind' : newer < NEWEST * compared ? 'newest' : 'midway';
}

/** How many attempts of each home are among the sample of these rows, up to but not including the last: of thousands of homes it has few. */
function attemptsOfHomes({ attributes }: Scene, first: number, end: number): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  const step = Math.max(1, Math.floor((end - first) / SAMPLE));
  for (let row = first; row < end; row += step) {
    const home = attributes.home[row]!;
    counts.set(home, (counts.get(home) ?? 0) + 1);
  }
  return counts;
}

/** The values that homes have in a column, but for the unknown. */
const known = (codes: Int32Array, homes: Int32Array): ReadonlySet<number> =>
  new Set([...homes].map((home) => codes[home]!).filter((code) => code !== UNKNOWN));

const isOneOf = (wanted: ReadonlySet<number>, code: number): boolean => wanted.size === 0 || wanted.has(code);

/** What comes before the first digit, and the numbers: `A920-1.5.0` is `A` with 920, 1, 5 and 0. */
type Version = { readonly name: string; readonly numbers: readonly number[] };

const versionOf = (text: string): Version => ({
  name: /^\D*/.exec(text)![0],
  numbers: (text.match(/\d+/g) ?? []).map(Number),
});

/** Less than 0 where the first is the older one; a missing number is the least. */
function compare({ numbers: a }: Version, { numbers: b }: Version): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? -1) - (b[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
