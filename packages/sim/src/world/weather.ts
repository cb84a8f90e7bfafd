import { localDay, monthOf } from '../calendar.ts';
import type { Rng } from '../rng.ts';

/** What a day's weather multiplies: customers, misreads of chips and stripes, of taps, trouble of cellular links, overheated printers. */
export type Weather = {
  readonly customers: number;
  readonly contacts: number;
  readonly taps: number;
  readonly cellular: number;
  readonly printer: number;
};

const FAIR: Weather = { customers: 1, contacts: 1, taps: 1, cellular: 1, printer: 1 };
export const alwaysFair = (): Weather => FAIR;

/** Wet cards and attenuated signals; hot print heads; dry air with its static discharges, and gloves. Estimates. */
const KINDS = {
  fair: FAIR,
  rain: { customers: 0.8, contacts: 1.4, taps: 1.1, cellular: 1.8, printer: 1 },
  heat: { customers: 0.95, contacts: 1.05, taps: 1, cellular: 1.1, printer: 6 },
  frost: { customers: 0.9, contacts: 1.5, taps: 1.3, cellular: 1, printer: 1 },
} as const satisfies Record<string, Weather>;
type Kind = keyof typeof KINDS;

type Odds = readonly (readonly [Kind, number])[];
const SUMMER: Odds = [
  ['fair', 40],
  ['rain', 32],
  ['heat', 28],
];
const WINTER: Odds = [
  ['fair', 52],
  ['rain', 10],
  ['frost', 38],
];
const BETWEEN: Odds = [
  ['fair', 72],
  ['rain', 28],
];
const oddsOf = (month: number): Odds =>
  month >= 6 && month <= 8 ? SUMMER : month === 12 || month <= 2 ? WINTER : BETWEEN;

/** Weather of one day is likely that of the next. */
const STAYS = 0.55;

/** A region's weather by time, over the window. `strength` 1 is as the table says, 0 is none. */
export function makeWeather(start: number, days: number, strength: number, rng: Rng): (time: number) => Weather {
  const first = localDay(start);
  const kinds: Weather[] = [];
  let kind: Kind = 'fair';
  for (let day = 0; day <= days; day++) {
    if (day === 0 || !rng.chance(STAYS)) kind = rng.weighted(oddsOf(monthOf(first + day)));
    kinds.push(scaled(KINDS[kind], strength));
  }
  return (time) => kinds[localDay(time) - first] ?? FAIR;
}

function scaled(weather: Weather, strength: number): Weather {
  const factors = Object.entries(weather).map(([name, factor]) => [name, factor ** strength]);
  return Object.fromEntries(factors) as Weather;
}
