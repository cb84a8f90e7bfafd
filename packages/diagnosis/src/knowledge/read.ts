import type { Text } from '@duka/model';
import { ACTORS, fail, OBSERVERS, quote } from '@duka/model';
import { ALL_SETS_UP_TO, LARGEST_SET } from '../belief/sets.ts';
import type { Spot } from './check.ts';
import { below, chance, cost, id, isAbsent, list, object, oneOf, refused, text, unique } from './check.ts';
import type { Model, ModelAction, ModelCause, ModelObservation } from './model.ts';
import { FAULTS, KNOWLEDGE_SCHEMA } from './model.ts';
import { alarmsOf, contradictionsOf } from './rules.ts';

/** How far the chances of a row may be from 1 in sum: files are written by hand, 0.33 three times is a third each, and is read so. */
const SLACK = 0.011;

/** Sets of up to three causes are weighed one by one: so many causes make 350,000 of them. */
const MOST_INDEPENDENT_CAUSES = 128;

/**
 * A knowledge file as a model.
 * @param value the file as its JSON or YAML reads
 * @throws DukaError knowledge.schema, knowledge.value: with the path (RFC 6901) of what is refused, and what was needed
 */
export function readKnowledge(value: unknown): Model {
  const root = { value, at: '' };
  object(root);
  const schema = below(root, 'schema');
  if (schema.value !== KNOWLEDGE_SCHEMA)
    throw fail('knowledge.schema', { at: schema.at, found: quote(schema.value ?? null), needed: KNOWLEDGE_SCHEMA });
  const faults = oneOf(below(root, 'faults'), FAULTS);
  const causes = causesOf(below(root, 'causes'), faults);
  const known = new Set(causes.map((cause) => cause.id));
  const rows = <T extends { readonly id: string }>(name: string, row: (spot: Spot) => T): readonly T[] => {
    const spot = below(root, name);
    return unique(spot, list(spot).map(row));
  };
  const asked = {
    observations: rows('observations', (spot) => observationOf(spot, known, faults)),
    actions: rows('actions', (spot) => actionOf(spot, known)),
    call: callOf(below(root, 'call')),
  };
  return {
    faults,
    causes,
    ...asked,
    contradictions: contradictionsOf(below(root, 'contradictions'), asked),
    alarms: alarmsOf(below(root, 'alarms'), asked),
  };
}

function causesOf(spot: Spot, faults: Model['faults']): readonly ModelCause[] {
  const single = faults === 'single';
  const rows = list(spot).map((row) => {
    object(row);
    const prior = below(row, 'prior');
    return { id: id(below(row, 'id')), prior: single ? cost(prior) : chance(prior), text: text(below(row, 'text')) };
  });
  const causes = unique(spot, rows);
  const sum = causes.reduce((total, { prior }) => total + prior, 0);
  if (!(sum > 0) || sum === Number.POSITIVE_INFINITY)
    throw refused(spot, { zh: '至少一个先验大于 0 的原因', en: 'at least one cause with a prior above 0' });
  if (!single && causes.length > MOST_INDEPENDENT_CAUSES)
    throw refused({ at: spot.at, value: causes.length }, mostCauses);
  const certain = causes.filter(({ prior }) => prior === 1).length;
  if (!single && causes.length > ALL_SETS_UP_TO && certain > LARGEST_SET)
    throw refused({ at: spot.at, value: certain }, mostCertain);
  return causes;
}

const mostCauses: Text = {
  zh: `各自独立时最多 ${MOST_INDEPENDENT_CAUSES} 个原因`,
  en: `at most ${MOST_INDEPENDENT_CAUSES} causes where they are independent`,
};

const mostCertain: Text = {
  zh: `超过 ${ALL_SETS_UP_TO} 个原因时，先验为 1 的最多 ${LARGEST_SET} 个`,
  en: `at most ${LARGEST_SET} causes with a prior of 1 where there are more than ${ALL_SETS_UP_TO} causes`,
};

function observationOf(spot: Spot, causes: ReadonlySet<string>, faults: Model['faults']): ModelObservation {
  object(spot);
  const values = valuesOf(below(spot, 'values'), faults);
  const given = below(spot, 'given');
  const from = below(spot, 'from');
  const labels = below(spot, 'labels');
  return {
    id: id(below(spot, 'id')),
    cost: cost(below(spot, 'cost')),
    values,
    given: byCause(given, causes, (row) => rowOf(row, values.length)),
    otherwise: rowOf(below(spot, 'otherwise'), values.length),
    from: isAbsent(from) ? 'counter' : oneOf(from, OBSERVERS),
    text: text(below(spot, 'text')),
    labels: new Map(isAbsent(labels) ? [] : values.flatMap((value) => labelOf(below(labels, value), value))),
  };
}

function labelOf(spot: Spot, value: string): readonly (readonly [string, Text])[] {
  const words = text(spot);
  return words ? [[value, words]] : [];
}

function valuesOf(spot: Spot, faults: Model['faults']): readonly string[] {
  const values = list(spot).map(id);
  const twice = values.findIndex((value, i) => values.indexOf(value) < i);
  if (twice >= 0) throw refused(below(spot, twice), { zh: '没有重复的取值', en: 'a value that is not there twice' });
  if (faults === 'independent' ? values.length === 2 : values.length >= 2) return values;
  throw refused(
    spot,
    faults === 'independent'
      ? { zh: '正好两个取值，阳性在前', en: 'exactly two values, the positive one first' }
      : { zh: '至少两个取值', en: 'at least two values' },
  );
}

function rowOf(spot: Spot, values: number): readonly number[] {
  const row = list(spot).map(chance);
  const sum = row.reduce((total, one) => total + one, 0);
  if (row.length === values && Math.abs(sum - 1) <= SLACK) return sum === 1 ? row : row.map((one) => one / sum);
  throw refused(spot, {
    zh: `${values} 个概率，总和为 1`,
    en: `${values} probabilities that sum to 1`,
  });
}

function actionOf(spot: Spot, causes: ReadonlySet<string>): ModelAction {
  object(spot);
  const minutes = below(spot, 'minutes');
  const perMinute = below(spot, 'perMinute');
  const by = below(spot, 'by');
  const whole = cost(below(spot, 'cost'));
  return {
    id: id(below(spot, 'id')),
    cost: whole,
    fixes: byCause(below(spot, 'fixes'), causes, chance),
    minutes: isAbsent(minutes) ? whole : cost(minutes),
    perMinute: isAbsent(perMinute) ? 1 : cost(perMinute),
    by: isAbsent(by) ? null : oneOf(by, ACTORS),
    text: text(below(spot, 'text')),
  };
}

/** @param spot an object with ids of causes as keys; nothing is as good as an empty one */
function byCause<T>(spot: Spot, causes: ReadonlySet<string>, read: (spot: Spot) => T): ReadonlyMap<string, T> {
  if (isAbsent(spot)) return new Map();
  return new Map(
    object(spot).map((cause) => {
      const row = below(spot, cause);
      if (!causes.has(cause)) throw refused({ at: row.at, value: cause }, { zh: '已列出的原因', en: 'a listed cause' });
      return [cause, read(row)];
    }),
  );
}

function callOf(spot: Spot): Model['call'] {
  object(spot);
  return { id: id(below(spot, 'id')), cost: cost(below(spot, 'cost')), text: text(below(spot, 'text')) };
}
