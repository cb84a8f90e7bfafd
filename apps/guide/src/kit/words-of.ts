import type { Model } from '@duka/diagnosis';
import { ACTIONS, CAUSES, COUNTER_OBSERVATIONS, deviceOf } from '@duka/knowledge';
import type { CauseId } from '@duka/model';
import { alike } from '@duka/model';
import type { Said } from './kit.ts';

/**
 * Words and pictures of a model: its own, or those of Duka's row with the same id, or its ids.
 */
export function wordsOf(model: Model): Said {
  const questions = new Map(model.observations.flatMap((one) => (one.from === 'counter' ? [[one.id, one]] : [])));
  const actions = new Map([...model.actions, { ...model.call, by: null, minutes: 0 }].map((one) => [one.id, one]));
  const causes = new Map<string, Model['causes'][number]>(model.causes.map((one) => [one.id, one]));
  const ours = new Map(COUNTER_OBSERVATIONS.map((one) => [one.id, one]));
  return {
    question(id) {
      const one = questions.get(id);
      if (one === undefined) return undefined;
      const { hint, drawing, text, labels } = ours.get(id) ?? {};
      return {
        id,
        text: one.text ?? text ?? alike(id),
        values: one.values,
        labels: Object.fromEntries(
          one.values.map((value) => [value, one.labels.get(value) ?? labels?.[value] ?? alike(value)]),
        ),
        ...(hint && { hint }),
        ...(drawing && { drawing }),
      };
    },
    step(id) {
      const one = actions.get(id);
      const our = ACTIONS[id];
      if (one === undefined) return our;
      const { text, by, minutes } = one;
      return {
        forbidden: [],
        ...our,
        id,
        text: text ?? our?.text ?? alike(id),
        by: by ?? our?.by ?? 'cashier',
        minutes: minutes || (our?.minutes ?? 1),
      };
    },
    cause(id) {
      const name = causes.get(id)?.text;
      const our = Object.hasOwn(CAUSES, id) ? CAUSES[id as CauseId] : undefined;
      return our || causes.has(id) ? { ...our, name: name ?? our?.name ?? alike(id) } : undefined;
    },
    speaks: async () => {},
    whole: async () => {},
    device: deviceOf,
    clashes: model.contradictions,
    alarms: model.alarms,
  };
}
