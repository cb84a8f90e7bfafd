import { readFile } from 'node:fs/promises';
import type { Learned, Model } from '@duka/diagnosis';
import { applyLearned, causesLearned, readKnowledge, readLearned } from '@duka/diagnosis';
import { knowledgeFile } from '@duka/knowledge';
import { alike, fail, quote } from '@duka/model';
import { systemCause } from '../read/system-cause.ts';

/**
 * Duka's own knowledge, or that of a file in JSON or YAML; with what closed cases have taught.
 * @param learned a file that `duka learn` wrote
 * @throws DukaError file.unreadable, knowledge.unreadable, knowledge.schema, knowledge.value, learned.value, learned.foreign
 */
export async function loadKnowledge(path: string | undefined, learned?: string): Promise<Model> {
  const own = await loadOwn(path, learned);
  return own.learned === null ? own.model : applyLearned(own.model, own.learned);
}

/** What such files hold, checked; null for what is not named. */
export async function loadOwn(path: string | undefined, learned: string | undefined) {
  const knowledge = path === undefined ? null : await parsed(path);
  const model = readKnowledge(path === undefined ? knowledgeFile() : knowledge);
  return { model, knowledge, learned: learned === undefined ? null : await loadLearned(model, learned) };
}

/** @throws DukaError file.unreadable, knowledge.unreadable, learned.value, learned.foreign */
async function loadLearned(model: Model, path: string): Promise<Learned> {
  const learned = readLearned(await parsed(path));
  const causes = causesLearned(learned);
  if (causes.length > 0 && !model.causes.some(({ id }) => causes.includes(id)))
    throw fail('learned.foreign', { path: quote(path, 200) });
  return learned;
}

async function parsed(path: string): Promise<unknown> {
  const written = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw fail('file.unreadable', { path: quote(path, 200), cause: systemCause(error) });
  });
  const text = written.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(text);
  } catch {
    return parsedYaml(path, text);
  }
}

/** YAML 1.2, of which JSON is a part: what is wrong with a file of either is said with its line. */
async function parsedYaml(path: string, text: string): Promise<unknown> {
  const { parseDocument } = await import('yaml');
  const document = parseDocument(text, { logLevel: 'silent', prettyErrors: false, stringKeys: true });
  const [error] = document.errors;
  if (!error) {
    try {
      return document.toJS({ maxAliasCount: 100 });
    } catch (unresolved) {
      throw unreadable(path, null, unresolved as Error);
    }
  }
  throw unreadable(path, text.slice(0, error.pos[0]).split('\n').length, error);
}

const unreadable = (path: string, line: number | null, error: Error) =>
  fail('knowledge.unreadable', {
    path: quote(path, 200),
    line,
    cause: alike(quote(error.message.split('\n')[0]?.replace(/[.;\s]+$/, ''), 120)),
  });
