import type { Guide } from '../guide.ts';

/** What the buttons of a step say, in their order; of one that an alarm calls for, the last. */
const OUTCOMES = ['helped', 'failed', 'skipped'] as const;
const HEEDED = 'done';

/** Taps the button at a place of the screen: the answers of a question and then "don't know", or how a step went. */
export function tapOn({ kit, state, act }: Guide, place: number): void {
  const { now } = state.get().course;
  if (now.kind === 'ask') act({ kind: 'answer', value: kit.question(now.id)?.values[place] ?? null });
  if (now.kind !== 'do') return;
  const isAlarmed = kit.alarms.some(({ action }) => action === now.id);
  act({ kind: 'step', outcome: isAlarmed ? HEEDED : (OUTCOMES[place] ?? 'skipped') });
}
