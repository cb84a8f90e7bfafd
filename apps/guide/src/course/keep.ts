import type { Kit } from '../kit/kit.ts';
import { OUTCOME_WORDS } from '../words/words.ts';
import type { Course, Entry, Screen } from './course.ts';

/** A trouble older than this is over one way or the other. */
const OLDEST_MS = 12 * 3_600_000;
const VERSION = 1;

export const toKeep = (course: Course): string => JSON.stringify({ version: VERSION, course });

/** A course to go on with; one that is over, which may have something to teach; or neither. */
export type Kept = { readonly course: Course } | { readonly ended: Course } | { readonly broken: boolean };

/** A course from where it was kept. What is damaged, or speaks of what the knowledge no longer has, is not half believed. */
export function fromKept(kit: Kit, text: string | null, now: number): Kept {
  if (text === null) return { broken: false };
  const kept = parse(text);
  const course = isRecord(kept) && kept.version === VERSION && isCourse(kit, kept.course) ? kept.course : null;
  if (course === null) return { broken: true };
  const over = course.now.kind === 'fixed' || now - (course.log.at(-1)?.at ?? course.started) > OLDEST_MS;
  return over ? { ended: course } : { course };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';
const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value);

function isCourse(kit: Kit, value: unknown): value is Course {
  if (!isRecord(value) || !isText(value.id) || !isTime(value.started)) return false;
  const { context, finding, log, now } = value;
  return (
    isRecord(context) &&
    isTextOrNull(context.terminal) &&
    isTextOrNull(context.model) &&
    Array.isArray(finding) &&
    finding.every((one) => isRecord(one) && isText(one.cause) && isTime(one.probability)) &&
    Array.isArray(log) &&
    log.every((entry) => isEntry(kit, entry)) &&
    isScreen(kit, now)
  );
}

/** Whether the knowledge knows what an entry speaks of. */
export function isEntry(kit: Kit, value: unknown): value is Entry {
  if (!isRecord(value) || !isText(value.id) || !isTime(value.at)) return false;
  if (value.kind === 'step')
    return kit.step(value.id) !== undefined && Object.hasOwn(OUTCOME_WORDS, value.outcome as string);
  const values = kit.question(value.id)?.values;
  return (
    value.kind === 'answer' && values !== undefined && (value.value === null || values.includes(value.value as string))
  );
}

function isScreen(kit: Kit, value: unknown): value is Screen {
  if (!isRecord(value)) return false;
  const { kind, id, by } = value;
  if (kind === 'ask') return isText(id) && kit.question(id) !== undefined;
  if (kind === 'do') return isText(id) && kit.step(id) !== undefined;
  if (kind === 'clash') return kit.clashes.some((clash) => clash.id === id);
  if (kind === 'call') return isText(id);
  return kind === 'fixed' && isText(by);
}
