import type { Model, Request } from '@duka/diagnosis';
import { explain, troubleshoot } from '@duka/diagnosis';
import type { Complaint } from '@duka/model';
import { complain, DukaError, quote } from '@duka/model';
import type { Line } from '../read/lines.ts';
import { LONGEST_LINE, readLines } from '../read/lines.ts';
import { inContext } from './in-context.ts';

/** As many answers are kept for the next time that the same line comes; whoever simulates asks the same again and again. */
const MOST_KEPT = 4096;

/** Answers, one for each line that is not blank, each written before the next is read. */
export async function answerLines(
  model: Model,
  input: AsyncIterable<Buffer>,
  write: (text: string) => Promise<void>,
): Promise<void> {
  const kept = new Map<string, string>();
  for await (const lines of readLines(input)) {
    for (const line of lines) {
      if (line.text?.trim() === '') continue;
      const answer = kept.get(line.text ?? '') ?? `${JSON.stringify(answerTo(model, line))}\n`;
      if (kept.size >= MOST_KEPT) kept.clear();
      if (line.text !== null) kept.set(line.text, answer);
      await write(answer);
    }
  }
}

function answerTo(model: Model, line: Line): object {
  if (line.text === null) {
    return { error: { path: '', ...complain('attempt.too_long', { found: line.bytes, max: LONGEST_LINE }) } };
  }
  try {
    const { request, terms } = inContext(model, parsed(line.text));
    const { causes, next, expectedCost } = troubleshoot(model, request, terms);
    const answer = { causes, next, expected_cost: expectedCost };
    return wantsReasons(request) ? { ...answer, why: explain(model, request, terms) } : answer;
  } catch (error) {
    if (!(error instanceof DukaError)) throw error;
    return { error: errorOf(error) };
  }
}

/** Beyond the contract: `"explain": true` asks for the reasons as well. */
const wantsReasons = (request: Request & { readonly explain?: unknown }): boolean => request.explain === true;

function parsed(text: string): Request {
  try {
    return JSON.parse(text);
  } catch {
    throw new DukaError(complain('request.malformed', { at: '', found: quote(text) }));
  }
}

const errorOf = ({ code, path, text }: DukaError): Complaint & { readonly path: string } => ({
  code,
  path: path ?? '',
  text,
});
