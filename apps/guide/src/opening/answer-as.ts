import type { Guide } from '../guide.ts';

/** Answers the question on the screen by the place of its button: the values, then "don't know". */
export function answerAs({ kit, state, act }: Guide, place: number): void {
  const { now } = state.get().course;
  if (now.kind !== 'ask') return;
  act({ kind: 'answer', value: kit.question(now.id)?.values[place] ?? null });
}
