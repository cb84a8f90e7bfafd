import type { NothingToVerify } from '@duka/fleet';
import { readFrame, verifyRepair } from '@duka/fleet';
import { fail, quote } from '@duka/model';
import { formatTime } from '@duka/runtime';
import { HOST_OPTIONS, readHostOptions } from '../import/host-options.ts';
import { langOf, oneOf, readOptions } from '../options.ts';
import { Progress } from '../progress.ts';
import { takeIn } from '../read/intake.ts';
import { findSources, STANDARD_INPUT, totalBytes } from '../read/sources.ts';
import { printAll } from '../terminal.ts';
import { keyedTokens } from '../token-key.ts';
import { answerJson, answerText } from '../verify/answer.ts';
import { readScope } from '../verify/scope.ts';
import { momentOf, readZone } from '../zone.ts';

/** `duka verify`: exit status 0 recovered, 1 not recovered or more reads needed. @throws DukaError for exit status 2 */
export async function verify(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, {
    scope: { type: 'string' },
    repaired: { type: 'string' },
    since: { type: 'string' },
    format: { type: 'string', default: 'text' },
    lang: { type: 'string' },
    tz: { type: 'string' },
    ...HOST_OPTIONS,
  });
  const lang = langOf(values.lang);
  const format = oneOf('--format', values.format, ['text', 'json']);
  const zone = values.tz === undefined ? null : readZone(values.tz);
  const scope = readScope(needed('--scope', values.scope));
  const repairedAt = momentOf('--repaired', needed('--repaired', values.repaired), zone);
  const since = values.since === undefined ? undefined : momentOf('--since', values.since, zone);
  if (positionals.length === 0 && process.stdin.isTTY)
    throw fail('usage.argument', { needed: { zh: '日志文件', en: 'a log file' } });
  const sources = await findSources(positionals.length > 0 ? positionals : [STANDARD_INPUT]);

  const progress = new Progress(totalBytes(sources), lang);
  const options = { tokenize: keyedTokens(), zone, strict: false, host: await readHostOptions(values) };
  const { store, counts, offset } = await takeIn(sources, options, progress).finally(() => progress.done());
  if (store.length === 0) throw fail('input.nothing', { rejected: counts.rejected });
  const answer = verifyRepair(readFrame(store), scope, { repairedAt, ...(since !== undefined && { since }) });
  if (answer.verdict === null) throw nothing(answer.missing, values.scope ?? '');
  const shown = { answer, scope, repairedAt, timeOf: (ms: number) => formatTime(ms, offset) };
  await printAll(format === 'json' ? `${JSON.stringify(answerJson(shown), null, 2)}\n` : answerText(shown, lang));
  return answer.verdict === 'recovered' ? 0 : 1;
}

function needed(option: string, written: string | undefined): string {
  if (written !== undefined) return written;
  throw fail('usage.argument', { needed: { zh: `选项 ${option}`, en: `the option ${option}` } });
}

const MISSING = {
  attempts: { zh: '日志里有记录的范围', en: 'a scope in which the log has attempts' },
  trouble: {
    zh: '修理前有故障的范围；如果故障轻，请用 --since 说明从何时起',
    en: 'a scope that was in trouble before the repair; where it was slight, say with --since when it began',
  },
} as const;

function nothing(missing: NothingToVerify['missing'], scope: string): Error {
  return fail('usage.value', { option: '--scope', found: quote(scope), needed: MISSING[missing] });
}
