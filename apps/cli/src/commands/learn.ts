import { fail } from '@duka/model';
import type { Study } from '../learn/study.ts';
import { study } from '../learn/study.ts';
import { readOptions } from '../options.ts';
import { OutFile } from '../out-file.ts';
import { findSources } from '../read/sources.ts';
import { printAll, printNote } from '../terminal.ts';
import { loadKnowledge } from '../troubleshoot/knowledge.ts';

const MOST_NAMED = 5;

/** `duka learn`: exit status 0 where something was learned. @throws DukaError for exit status 2 */
export async function learnFrom(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, { out: { type: 'string' }, knowledge: { type: 'string' } });
  if (positionals.length === 0) throw fail('usage.argument', { needed: { zh: '案例的文件', en: 'a file of cases' } });
  const model = await loadKnowledge(values.knowledge);
  const sources = await findSources(positionals);
  // What was learned before may be among the files and be replaced: everything is read before anything is written.
  const out = values.out === undefined ? null : await OutFile.at(values.out, []);
  const studied = await study(model, sources);
  nameRefused(studied);
  const { learned, cases, without, refused } = studied;
  if (cases === 0) throw fail('learned.nothing', { refused: refused.length, without });
  const text = `${JSON.stringify(learned)}\n`;
  await (out === null ? printAll(text) : out.write(text));
  printNote({
    zh: `学了 ${cases} 个案例；另有 ${without} 行没有明确的原因，${refused.length} 行读不懂。`,
    en: `Learned from ${cases} cases; ${without} lines have no clear cause, ${refused.length} cannot be used.`,
  });
  return 0;
}

function nameRefused({ refused }: Study): void {
  for (const { where, text } of refused.slice(0, MOST_NAMED))
    printNote({ zh: `${where}：${text.zh}`, en: `${where}: ${text.en}` });
}
