import { fail, quote } from '@duka/model';
import { parseTime } from '@duka/runtime';

/** Epoch times below this are seconds, else milliseconds: the year 5138, or 1973. */
const MOST_SECONDS = 1e11;
/** Times without an offset are only compared with each other: any one will do. */
const ANY_ZONE = () => 480;

/**
 * How many time steps each row lies before the moment `at`: steps are the times that occur. `at` is written as in the
 * column, or as epoch seconds or RFC 3339.
 * @throws DukaError usage.value where no row has that time, or none is before it
 */
export function agesAt(times: readonly string[], at: string, file: string): Int32Array {
  const written = [...new Set(times)];
  const instants = written.map(instantOf);
  const sortable = instants.every((instant) => instant !== null);
  const order = written
    .map((text, place) => ({ text, instant: instants[place] ?? null }))
    .sort((a, b) => (sortable ? a.instant! - b.instant! : 0) || (a.text < b.text ? -1 : 1));
  const steps = new Map<string, number>();
  let step = -1;
  order.forEach(({ text, instant }, place) => {
    if (place === 0 || !sortable || instant !== order[place - 1]!.instant) step++;
    steps.set(text, step);
  });
  const wanted = instantOf(at);
  const same =
    order.find(({ text }) => text === at) ?? order.find(({ instant }) => instant !== null && instant === wanted);
  const [first, last] = [quote(order[0]?.text ?? ''), quote(order.at(-1)?.text ?? '')];
  if (same === undefined) {
    throw refuse(at, `${file} 中有的时间（${first} 到 ${last}）`, `a time of ${file} (from ${first} to ${last})`);
  }
  const moment = steps.get(same.text)!;
  if (moment === 0) {
    throw refuse(
      at,
      `${file} 中前面还有记录的时间，否则无从比较`,
      `a time of ${file} with rows before it to compare with`,
    );
  }
  return Int32Array.from(times, (text) => moment - steps.get(text)!);
}

function instantOf(text: string): number | null {
  if (/^\d+(?:\.\d+)?$/.test(text)) {
    const value = Number(text);
    return value < MOST_SECONDS ? value * 1000 : value;
  }
  const time = parseTime(text, ANY_ZONE);
  return time === null || time === 'no_offset' ? null : time.ms;
}

const refuse = (found: string, zh: string, en: string): Error =>
  fail('usage.value', { option: '--at', found: quote(found), needed: { zh, en } });
