import type { ClosedCase, Learned, Model } from '@duka/diagnosis';
import { learn, mergeLearned, NOTHING_LEARNED } from '@duka/diagnosis';
import type { Text } from '@duka/model';
import { complain, DukaError, quote } from '@duka/model';
import { openBytes } from '../read/bytes.ts';
import { LONGEST_LINE, readLines } from '../read/lines.ts';
import type { Source } from '../read/sources.ts';
import type { Lesson } from './lesson-of.ts';
import { lessonOf } from './lesson-of.ts';

/** `without`: lines that are right and teach nothing certain. */
export type Study = {
  readonly learned: Learned;
  readonly cases: number;
  readonly without: number;
  readonly refused: readonly Refused[];
};

type Refused = { readonly where: string; readonly text: Text };
type Taught = { readonly where: string; readonly closed: ClosedCase };

/** Reads files line by line, and learns from the lines that can be understood. Of two lines about the same case the later one counts. */
export async function study(model: Model, sources: readonly Source[]): Promise<Study> {
  const courses = new Map<string, Taught>();
  const refused: Refused[] = [];
  let learned = NOTHING_LEARNED;
  let cases = 0;
  let without = 0;
  const take = (where: string, lesson: Lesson) => {
    if (lesson.kind === 'nothing') without++;
    else if (lesson.kind === 'learned') {
      learned = mergeLearned(learned, lesson.learned);
      cases += lesson.learned.counts.cases ?? 0;
    } else courses.set(lesson.id ?? where, { where, closed: lesson.closed });
  };
  for (const source of sources) {
    for await (const lines of readLines((await openBytes(source, () => {})).bytes)) {
      for (const { number, text, bytes } of lines) {
        const where = `${source.name}:${number}`;
        if (text?.trim() === '') continue;
        if (text === null) {
          refused.push({ where, text: complain('attempt.too_long', { found: bytes, max: LONGEST_LINE }).text });
          continue;
        }
        orRefuse(refused, where, () => take(where, lessonOf(parsed(text))));
      }
    }
  }
  for (const { where, closed } of courses.values()) {
    orRefuse(refused, where, () => {
      learned = learn(model, learned, closed);
      cases++;
    });
  }
  return { learned, cases, without, refused };
}

function orRefuse(refused: Refused[], where: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof DukaError)) throw error;
    refused.push({ where, text: error.text });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DukaError(complain('learned.unreadable', { found: quote(text) }));
  }
}
