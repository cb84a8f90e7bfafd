import type { PatternId, ScopeKind } from '@duka/knowledge/signatures';
import { INTERFACES } from '@duka/model';
import { UNKNOWN } from '../log/dictionary.ts';
import type { Frame } from '../log/frame.ts';
import type { Attributes } from './attributes.ts';
import { fillAttributes } from './attributes.ts';
import type { Blame } from './blame.ts';
import type { Bounds } from './bounds.ts';
import { cardKnown } from './card-known.ts';
import { chipTells } from './chip-tells.ts';
import { byWitness } from './known-or-not.ts';
import type { ObservationClass } from './observation.ts';
import { observe } from './observation.ts';
import type { Places } from './places.ts';
import { indexPlaces } from './places.ts';
import { replyKnown } from './reply-known.ts';
import type { Sales } from './sales.ts';
import { ABOVE_LIMIT, CONTEXTS, FRESH, joinSales, PERHAPS_ABOVE } from './sales.ts';
import { tapsAboveLimit } from './tap-limit.ts';
import { observeRows } from './telling.ts';
import { byTraces } from './traces.ts';
import { whatFollows } from './what-follows.ts';

/** All that is known of the attempts before anybody is suspected. */
export type Scene = {
  readonly frame: Frame;
  readonly attributes: Attributes;
  readonly sales: Sales;
  readonly places: Places;
  /** Index into INTERFACES, a row. */
  readonly face: Uint8Array;
  /** Index into classes for an attempt that failed, -1 for one that went well. */
  readonly observed: Int32Array;
  readonly classes: readonly ObservationClass[];
  /** The rows that failed, in order. Their places in it are their numbers: what is known of failures alone is kept by number. */
  readonly failed: Int32Array;
  /** Number of each row that failed; -1 for one that went well. */
  readonly numberOf: Int32Array;
  /** Of each failure, by number, `observed * contexts + context`, and where it was. */
  readonly cell: Int32Array;
  readonly faceOfFailed: Uint8Array;
  readonly homeOfFailed: Int32Array;
  readonly terminalOfFailed: Int32Array;
};

/** A fault that the search has found: where, in what pattern, from when to when, and how sure. Rows index the frame. */
export type Fault = {
  readonly kind: ScopeKind;
  readonly pattern: PatternId;
  /** All attempts of the scope, and of these the ones during the trouble that the pattern can hit. */
  readonly rows: Int32Array;
  /** The columns that bound it, each with the codes of its values. */
  readonly bounds: Bounds;
  readonly struck: Int32Array;
  /** First and last row of the trouble; `over` is false where it lasts. */
  readonly first: number;
  readonly last: number;
  readonly over: boolean;
  readonly rate: number;
  /** The failures that it may have caused, a row. */
  readonly blame: Blame;
  /** Row at which the evidence first sufficed. */
  readonly detected: number;
  /** How many failures the fault is thought to have caused. */
  readonly excess: number;
  /** Natural logarithms. */
  readonly logEvidence: number;
  readonly logPrior: number;
};

/** Terminals. */
const LARGE_FLEET = 1000;

/** Many enough that no fault weighs much in the whole, and that one looks twice only where a first look says so. */
export const isLargeFleet = ({ frame }: Scene): boolean => frame.text.terminal_id.count >= LARGE_FLEET;

export function setScene(frame: Frame): Scene {
  const observations = observe(frame.events, chipTells(frame));
  const told = observeRows(frame, observations);
  const reached = [cardKnown, replyKnown].reduce((seen, witness) => byWitness(frame, seen, witness(frame)), told);
  const faceOfEvent = frame.events.map((event) => INTERFACES.indexOf(event.interface));
  const kindOfEvent = Array.from(observations.classOfEvent, (index) =>
    index < 0 ? 0 : observations.classes[index]!.kind,
  );
  const face = new Uint8Array(frame.length);
  const kind = new Uint8Array(frame.length);
  let failures = 0;
  for (let row = 0; row < frame.length; row++) {
    const event = frame.event[row]!;
    face[row] = faceOfEvent[event]!;
    kind[row] = kindOfEvent[event]!;
    if (reached.observed[row]! >= 0) failures++;
  }
  const failed = new Int32Array(failures);
  const numberOf = new Int32Array(frame.length).fill(-1);
  for (let row = 0, at = 0; row < frame.length; row++) {
    if (reached.observed[row]! < 0) continue;
    numberOf[row] = at;
    failed[at++] = row;
  }
  const attributes = fillAttributes(frame);
  const { place, places } = placesOfSale(frame, attributes);
  const sales = joinSales(frame, { place, places, kind, face, faces: INTERFACES.length });
  const { observed, classes } = byTraces(frame, reached, whatFollows(sales, face));
  const isFresh = (row: number): boolean => sales.context[row] === FRESH;
  const { above, unknown } = tapsAboveLimit(frame, face, observed, classes, isFresh);
  for (const rows of above) for (const row of rows) sales.context[row] = ABOVE_LIMIT;
  for (const rows of unknown) for (const row of rows) sales.context[row] = PERHAPS_ABOVE;
  const cell = failed.map((row) => observed[row]! * CONTEXTS.length + sales.context[row]!);
  const faceOfFailed = Uint8Array.from(failed, (row) => face[row]!);
  const homeOfFailed = failed.map((row) => attributes.home[row]!);
  const terminalOfFailed = failed.map((row) => frame.text.terminal_id.codes[row]!);
  const indexed = indexPlaces(frame, attributes, sales, face);
  const ofFailed = { cell, faceOfFailed, homeOfFailed, terminalOfFailed };
  return { frame, attributes, sales, places: indexed, face, observed, classes, failed, numberOf, ...ofFailed };
}

/** The store of each attempt, or its terminal where no store is known, as one number. */
function placesOfSale({ text, sites }: Frame, { home, of }: Attributes): { place: Int32Array; places: number } {
  const stores = sites.values.store_id.length;
  const terminal = text.terminal_id.codes;
  const place = new Int32Array(home.length);
  for (let row = 0; row < home.length; row++) {
    const store = of.store_id[home[row]!]!;
    place[row] = store === UNKNOWN ? stores + terminal[row]! : store;
  }
  return { place, places: stores + text.terminal_id.count };
}
