import type { FleetFinding } from '@duka/fleet';
import { forecastWear } from '@duka/fleet';
import type { CauseId, Forecast } from '@duka/model';

const WEARS: ReadonlySet<CauseId> = new Set([
  'hardware.magstripe_head_worn',
  'hardware.chip_contacts_worn',
  'hardware.printer_head_worn',
]);

/** Shares of failures worth foretelling: the first one that is not passed yet. From 10 % on fallbacks are charged for. */
const LIMITS = [0.1, 0.25, 0.5] as const;
const DAY = 86_400_000;
/** Wear shows over days: fewer of them foretell nothing. */
const FEWEST_DAYS = 4;
/** So many of the last attempts show what it is like now. */
const NOW = 20;

/** When a part that wears will fail a share of the attempts; null where it seems not to wear on, or not within sight. */
export function wearAhead(
  { days }: Pick<FleetFinding, 'days'>,
  cause: CauseId | undefined,
  time: (ms: number) => string,
): Forecast | null {
  if (cause === undefined || !WEARS.has(cause) || days.length < FEWEST_DAYS) return null;
  const now = shareNow(days);
  // A day's share is that of its middle.
  const timeOf = (day: number) => time((day + 0.5) * DAY);
  const today = Math.max(...days.map(({ day }) => day));
  for (const limit of LIMITS) {
    const { outlook, wearing, day, range80 } = forecastWear(days, { limit });
    if (outlook === 'passed' || now >= limit) continue;
    const [from, to] = range80;
    if (outlook === 'not_within_horizon' || wearing < 0.5 || day === null || from === null) return null;
    return { limit, date: timeOf(day), from: timeOf(Math.max(today, from)), to: to === null ? null : timeOf(to) };
  }
  return null;
}

/** Share of the last attempts that failed beyond what was expected. */
function shareNow(days: FleetFinding['days']): number {
  let [attempts, excess] = [0, 0];
  for (const day of [...days].sort((a, b) => b.day - a.day)) {
    if (attempts >= NOW) break;
    attempts += day.attempts;
    excess += day.failures - day.expected;
  }
  return excess / Math.max(1, attempts);
}
