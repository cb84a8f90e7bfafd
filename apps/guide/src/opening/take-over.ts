import type { Guide } from '../guide.ts';
import { tapOn } from './tap-on.ts';

/** A tap that came before the code: the question or step that was there, and the place of its button. */
export type Tap = { readonly screen: string; readonly place: number };

/** What the page's own script noted. */
export function tapsIn(data: DOMStringMap): { readonly taps: readonly Tap[]; readonly shown: string | null } {
  return { taps: data.taps === undefined ? [] : JSON.parse(data.taps), shown: data.shown ?? null };
}

/**
 * Goes on from what the page showed before the code was there. That screen stays, whatever the plan would be by now: nothing moves
 * under a thumb.
 * @param shown the screen that an answer to the first one led to, null where none did
 * @returns taps that still wait for their answer
 */
export function goOnFrom(guide: Guide, taps: readonly Tap[], shown: string | null): readonly Tap[] {
  const [first, ...rest] = taps;
  if (first === undefined || shown === null || !isOn(guide, first)) return taps;
  tapOn(guide, first.place);
  guide.act({ kind: 'stay', id: shown });
  return rest;
}

/** Answers taps. Where what was learned on this device has led to another screen, they meant nothing. */
export function answerTaps(guide: Guide, taps: readonly Tap[]): void {
  for (const tap of taps) if (isOn(guide, tap)) tapOn(guide, tap.place);
}

function isOn({ state }: Guide, { screen }: Tap): boolean {
  const { now } = state.get().course;
  return (now.kind === 'ask' || now.kind === 'do') && now.id === screen;
}
