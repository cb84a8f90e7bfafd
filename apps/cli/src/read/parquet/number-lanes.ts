import { contentPart, fieldIndex, hashNumber } from '@duka/fleet';
import { ATTEMPT_FIELDS } from '@duka/model';
import type { OffsetMinutes } from '@duka/runtime';
import { LATEST_TIME, TOO_BIG } from '@duka/runtime';
import type { NumberField } from './fields.ts';
import { NUMBER_COLUMNS } from './fields.ts';
import type { Lane } from './lane.ts';
import { asDoubles } from './lane.ts';

/** A local time so late may be later than that elsewhere. */
const LATEST_LOCAL = LATEST_TIME - 86_400_000;

const asked = (number: string) => [{ sql: `coalesce((${number})::double, 'nan'::double)`, width: 8 }] as const;

/** A column of numbers. What is too big, or no whole number where one is needed, is not known. */
export function numberLane(sql: string, field: NumberField): Lane {
  const index = fieldIndex(field);
  const isWhole = ATTEMPT_FIELDS[field].kind === 'integer';
  const take: Lane['take'] = ([vector], { columns, at, count }) => {
    const values = asDoubles(vector!);
    const { content } = columns;
    const into = columns[NUMBER_COLUMNS[field]];
    for (let i = 0; i < count; i++) {
      const value = values[i]!;
      const isKnown = Math.abs(value) < TOO_BIG && !(isWhole && !Number.isInteger(value));
      into[at + i] = isKnown ? value : Number.NaN;
      if (isKnown) content[at + i]! += contentPart(index, hashNumber(value));
    }
  };
  return { asks: asked(sql), take };
}

const TIME = fieldIndex('time');

/** A column of instants, ms since 1970. */
export function instantLane(sql: string): Lane {
  const take: Lane['take'] = ([vector], { columns, at, count, odd }) => {
    const values = asDoubles(vector!);
    const { time, content } = columns;
    for (let i = 0; i < count; i++) {
      const ms = values[i]!;
      if (Number.isInteger(ms) && ms >= 0 && ms <= LATEST_TIME) {
        time[at + i] = ms;
        content[at + i]! += contentPart(TIME, hashNumber(ms));
      } else odd[i] = 1;
    }
  };
  return { asks: asked(sql), take };
}

/** A column of local times, as ms since 1970 on their own clock. Without a zone none can be read. */
export function localTimeLane(sql: string, zone: ((localMs: number) => OffsetMinutes) | null): Lane {
  const take: Lane['take'] = ([vector], { columns, at, count, odd, offsets }) => {
    const values = asDoubles(vector!);
    const { time, content } = columns;
    for (let i = 0; i < count; i++) {
      const local = values[i]!;
      if (zone && local >= 0 && local <= LATEST_LOCAL) {
        const offset = zone(local);
        const ms = local - offset * 60_000;
        time[at + i] = ms;
        offsets[i] = offset;
        content[at + i]! += contentPart(TIME, hashNumber(ms));
      } else odd[i] = 1;
    }
  };
  return { asks: asked(sql), take };
}
