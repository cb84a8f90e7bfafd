import type { Lang, Text } from '@duka/model';
import { fail } from '@duka/model';
import type { AllDecoded, Decoded } from '../decode/decode.ts';
import { decodeAll, KIND_IDS } from '../decode/decode.ts';
import { readInputs } from '../decode/inputs.ts';
import { isNamed } from '../decode/material.ts';
import { hasErrors, treeJson, treeLines } from '../decode/render.ts';
import { readHostOptions } from '../import/host-options.ts';
import { langOf, oneOf, readOptions } from '../options.ts';
import { STANDARD_INPUT } from '../read/sources.ts';
import { lookOf, printAll, printError } from '../terminal.ts';

/** `duka decode`: exit status 0 decoded, 1 something in it could not be read, 2 one input could not be decoded at all. */
export async function decode(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, {
    as: { type: 'string' },
    dialect: { type: 'string' },
    format: { type: 'string', default: 'text' },
    lang: { type: 'string' },
  });
  const lang = langOf(values.lang);
  const format = oneOf('--format', values.format, ['text', 'json']);
  const as = values.as === undefined ? null : oneOf('--as', values.as, KIND_IDS);
  if (positionals.length === 0 && process.stdin.isTTY) {
    throw fail('usage.argument', { needed: { zh: '要解的数据或文件', en: 'data or a file to decode' } });
  }
  const materials = await readInputs(positionals.length > 0 ? positionals : [STANDARD_INPUT]);
  const { dialect } = await readHostOptions({ dialect: values.dialect });
  const all = await decodeAll(materials, as, dialect);
  await printAll(format === 'json' ? jsonOf(all) : textOf(all, lang));
  const failed = all.inputs.filter(({ error }) => error !== undefined);
  for (const { input, error } of failed) printError(named(input, error!.text));
  if (failed.length > 0) return 2;
  return all.inputs.some(({ nodes }) => hasErrors(nodes)) ? 1 : 0;
}

const named = (input: string, { zh, en }: Text): Text =>
  isNamed(input) ? { zh: `${input}：${zh}`, en: `${input}: ${en}` } : { zh, en };

const GUESSED: Text = { zh: '（没有写 --as，猜的）', en: ' (guessed, as --as was left out)' };

function textOf({ inputs, verdict }: AllDecoded, lang: Lang): string {
  const { width } = lookOf(process.stdout);
  const blocks = inputs
    .filter(({ error }) => error === undefined)
    .map((one) => [headOf(one, lang), ...treeLines(one.nodes, lang, width)]);
  if (verdict !== null) blocks.push(treeLines(verdict, lang, width));
  return blocks.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

const headOf = ({ as, name, guessed, input }: Decoded, lang: Lang): string =>
  `${isNamed(input) ? `${input}  ` : ''}${name?.[lang]} ${as}${guessed ? GUESSED[lang] : ''}`;

function jsonOf({ inputs, verdict }: AllDecoded): string {
  const shown = inputs.map(({ nodes, error, ...rest }) => ({
    ...rest,
    nodes: treeJson(nodes),
    ...(error && { error: { code: error.code, text: error.text } }),
  }));
  const all = { schema: 'duka.decode/1', inputs: shown, ...(verdict && { verdict: treeJson(verdict) }) };
  return `${JSON.stringify(all, null, 2)}\n`;
}
