import type { Guide } from '../guide.ts';
import { tapOn } from './tap-on.ts';

/** A tap that came before the code: the question or step that was there, and the place of its button. */
export type Tap = { readonly screen: string; readonly place: number };

type Noted = { readonly taps: readonly Tap[]; readonly shown: readonly string[] };

/** What the page's own script noted. */
export const tapsIn = (data: DOMStringMap): Noted => ({
  taps: JSON.parse(data.taps ?? '[]'),
  shown: JSON.parse(data.shown ?? '[]'),
});

/**
 * Goes on from what the page showed before the code was there. That screen stays, whatever the plan would be by now: nothing moves
 * under a thumb.
 * @param shown by tap, the screen that it led to
 * @returns taps that still wait for their answer
 */
export function goOnFrom(guide: Guide, { taps, shown }: Noted): readonly Tap[] {
  for (const [i, screen] of shown.entries()) {
    const tap = taps[i];
    if (tap === undefined || !isOn(guide, tap)) return taps.slice(i);
    tapOn(guide, tap.place);
    guide.act({ kind: 'stay', id: screen });
  }
  return taps.slice(shown.length);
}

/** Answers taps. Where what was learned on this device has led to another screen, they meant nothing. */
export function answerTaps(guide: Guide, taps: readonly Tap[]): void {
  for (const tap of taps) if (isOn(guide, tap)) tapOn(guide, tap.place);
}

function isOn({ state }: Guide, { screen }: Tap): boolean {
  const { now } = state.get().course;
  return (now.kind === 'ask' || now.kind === 'do') && now.id === screen;
}
