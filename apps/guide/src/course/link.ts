import type { Context, Course, Entry, Outcome } from './course.ts';

/**
 * A course as a fragment of an address: `1.<start>.<terminal>.<model>.<entry>…`, times in seconds in base 36 after the start,
 * `a` an answer, `h`, `f`, `s`, `d` a step that helped, failed, was skipped, or done for safety. Ids are percent-encoded, points too.
 * It holds what was tapped and nothing that was typed.
 */
const VERSION = '1';
const MARKS = { helped: 'h', failed: 'f', skipped: 's', done: 'd' } as const satisfies Record<Outcome, string>;
const OUTCOMES = Object.fromEntries(Object.entries(MARKS).map(([outcome, mark]) => [mark, outcome as Outcome]));

export type Handed = Pick<Course, 'started' | 'context' | 'log'>;

export function toFragment({ started, context, log }: Handed): string {
  const from = Math.floor(started / 1000);
  const entry = (one: Entry): string => {
    const after = (Math.floor(one.at / 1000) - from).toString(36);
    if (one.kind === 'step') return `${MARKS[one.outcome]}~${after}~${encode(one.id)}`;
    return `a~${after}~${encode(one.id)}${one.value === null ? '' : `~${encode(one.value)}`}`;
  };
  const { terminal, model } = context;
  return [VERSION, from.toString(36), encode(terminal ?? ''), encode(model ?? ''), ...log.map(entry)].join('.');
}

/** The course that a fragment holds, or null where it is broken or of a version that is not known. */
export function fromFragment(fragment: string): Handed | null {
  const [version, start = '', terminal = '', model = '', ...entries] = fragment.split('.');
  const from = Number.parseInt(start, 36);
  if (version !== VERSION || !/^[0-9a-z]{1,8}$/.test(start)) return null;
  const log = entries.map((text) => readEntry(text, from));
  const context = readContext(terminal, model);
  if (context === null || log.includes(null)) return null;
  return { started: from * 1000, context, log: log as Entry[] };
}

function readContext(terminal: string, model: string): Context | null {
  const [a, b] = [decode(terminal), decode(model)];
  return a === null || b === null ? null : { terminal: a || null, model: b || null };
}

function readEntry(text: string, from: number): Entry | null {
  const [mark = '', after = '', written = '', value, ...rest] = text.split('~');
  const id = decode(written);
  if (!id || rest.length > 0 || !/^[0-9a-z]{1,6}$/.test(after)) return null;
  const at = (from + Number.parseInt(after, 36)) * 1000;
  const outcome = Object.hasOwn(OUTCOMES, mark) ? OUTCOMES[mark] : undefined;
  if (outcome !== undefined) return value === undefined ? { kind: 'step', id, outcome, at } : null;
  if (mark !== 'a') return null;
  const answer = value === undefined ? null : decode(value);
  return answer === null && value !== undefined ? null : { kind: 'answer', id, value: answer, at };
}

/** Percent-encoding that leaves neither of the two separators; a lone surrogate is no text and is replaced. */
const encode = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(/[.~]/g, (c) => (c === '.' ? '%2E' : '%7E'));

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
