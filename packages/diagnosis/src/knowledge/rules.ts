import type { Alarm, Answer, Contradiction } from '@duka/model';
import { alike } from '@duka/model';
import type { Spot } from './check.ts';
import { below, id, isAbsent, list, object, oneOf, refused, text, unique } from './check.ts';
import type { Model } from './model.ts';

type Asked = Pick<Model, 'observations' | 'actions' | 'call'>;

/** Answers that cannot both be true. @throws DukaError knowledge.value */
export function contradictionsOf(spot: Spot, asked: Asked): readonly Contradiction[] {
  return rows(spot, (row) => {
    const between = list(below(row, 'between'));
    if (between.length !== 2) throw refused(below(row, 'between'), { zh: '两个回答', en: 'two answers' });
    return { ...named(row), between: between.map((answer) => answerOf(answer, asked)) };
  });
}

/** What is done at once after an answer. @throws DukaError knowledge.value */
export function alarmsOf(spot: Spot, asked: Asked): readonly Alarm[] {
  const actions = [...asked.actions, asked.call].map((action) => action.id);
  return rows(spot, (row) => ({
    ...named(row),
    when: answerOf(below(row, 'when'), asked),
    action: oneOf(below(row, 'action'), actions, { zh: '已列出的办法', en: 'a listed action' }),
  }));
}

const rows = <T extends { readonly id: string }>(spot: Spot, row: (spot: Spot) => T): readonly T[] =>
  isAbsent(spot) ? [] : unique(spot, list(spot).map(row));

function named(row: Spot) {
  object(row);
  const name = id(below(row, 'id'));
  return { id: name, text: text(below(row, 'text')) ?? alike(name) };
}

function answerOf(spot: Spot, { observations }: Asked): Answer {
  object(spot);
  const ids = observations.map((one) => one.id);
  const observation = oneOf(below(spot, 'observation'), ids, { zh: '已列出的现象', en: 'a listed observation' });
  const { values } = observations[ids.indexOf(observation)]!;
  const needed = { zh: '该现象的取值', en: 'a value of the observation' };
  return { observation, values: list(below(spot, 'values')).map((value) => oneOf(value, values, needed)) };
}
