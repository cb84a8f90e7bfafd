import type { Model } from '@duka/diagnosis';
import type { Lang } from '@duka/model';
import { langOf, oneOf, readOptions } from '../options.ts';
import { lookOf, printAll } from '../terminal.ts';
import { answerLines } from '../troubleshoot/answer-lines.ts';
import { askByArrows } from '../troubleshoot/ask-by-arrows.ts';
import { askByLines } from '../troubleshoot/ask-by-lines.ts';
import { loadKnowledge } from '../troubleshoot/knowledge.ts';
import { talk } from '../troubleshoot/talk.ts';
import { WORDS } from '../troubleshoot/words.ts';

/** `duka troubleshoot`: exit status 0, unless the knowledge cannot be read. */
export async function troubleshootHere(words: readonly string[]): Promise<number> {
  const { values } = readOptions(words, {
    format: { type: 'string', default: 'text' },
    knowledge: { type: 'string' },
    learned: { type: 'string' },
    lang: { type: 'string' },
  });
  const lang = langOf(values.lang);
  const format = oneOf('--format', values.format, ['text', 'json']);
  const model = await loadKnowledge(values.knowledge, values.learned);
  if (format === 'json') await answerLines(model, process.stdin, printAll);
  else await talkHere(model, lang);
  return 0;
}

/** With arrow keys where the terminal can be drawn on, otherwise line by line. */
async function talkHere(model: Model, lang: Lang): Promise<void> {
  const { stdin, stdout } = process;
  const drawable = stdin.isTTY && stdout.isTTY && process.env.TERM !== 'dumb';
  const output = (text: string) => void stdout.write(text);
  const { color, width } = lookOf(stdout);
  const asker = drawable ? askByArrows(stdin, output, color) : askByLines(stdin, output);
  if (drawable) stdin.setRawMode(true);
  try {
    await talk({ model, asker, output, lang, width, help: WORDS[drawable ? 'keys' : 'numbers'][lang] });
  } finally {
    if (drawable) stdin.setRawMode(false);
    stdin.destroy();
  }
}
