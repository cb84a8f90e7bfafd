import type { Guide } from '../guide.ts';

/**
 * Answers a question by the place of its button: the values, then "don't know". What was learned on this device may have made
 * another question the first one; then the tap meant nothing.
 */
export function answerAs({ kit, state, act }: Guide, question: string | undefined, place: number): void {
  const { now } = state.get().course;
  if (now.kind !== 'ask' || now.id !== question) return;
  act({ kind: 'answer', value: kit.question(now.id)?.values[place] ?? null });
}
