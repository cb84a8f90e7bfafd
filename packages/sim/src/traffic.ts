import { HOUR, localDay, midnightOf, weekday } from './calendar.ts';
import type { Rng } from './rng.ts';
import type { Terminal, World } from './world/types.ts';
import { firstAbove } from './zipf.ts';

/** Attempts of an ordinary sale, on average: what turns a volume of attempts into one of sales. */
const ATTEMPTS_A_SALE = 1.06;

/** Moments at which customers come to a terminal, rising: Poisson, by hour of day and day of week. */
export function arrivals(terminal: Terminal, world: World, rng: Rng): number[] {
  const { hours, week, holiday } = terminal.store.trade;
  const cumulative = hours.map((_, hour) => hours.slice(0, hour + 1).reduce((sum, weight) => sum + weight, 0));
  const total = cumulative.at(-1) ?? 1;
  const usual = week.reduce((sum, factor) => sum + factor, 0) / week.length;
  const times: number[] = [];
  for (let day = localDay(world.start); midnightOf(day) < world.end; day++) {
    const { customers } = terminal.store.weather(midnightOf(day));
    const factor = ((week[weekday(day)] ?? 1) / usual) * (world.holiday(day) ? holiday : 1) * customers;
    const sales = rng.poisson((terminal.volume / ATTEMPTS_A_SALE) * factor * rng.lognormal(0.995, 0.1));
    for (let i = 0; i < sales; i++) {
      const time = midnightOf(day) + (firstAbove(cumulative, rng.unit() * total) + rng.unit()) * HOUR;
      if (time >= world.start && time < world.end) times.push(Math.floor(time));
    }
  }
  return times.sort((a, b) => a - b);
}
