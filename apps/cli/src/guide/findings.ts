import { readFrame } from '@duka/fleet';
import type { Lang } from '@duka/model';
import { fail } from '@duka/model';
import { makeReport } from '@duka/runtime';
import { Progress } from '../progress.ts';
import { takeIn } from '../read/intake.ts';
import { findSources } from '../read/sources.ts';
import { keyedTokens } from '../token-key.ts';
import { CHINA } from '../zone.ts';
import type { Door } from './server.ts';

const FDR = 0.05;

/**
 * What a log says of each terminal, at `GET /v1/findings?open=true&terminal=ID` (contracts: the server). Whether the same
 * finding has a work order is for the server to know.
 * @throws DukaError where a file cannot be read or holds no record
 */
export async function findingsDoor(paths: readonly string[], lang: Lang): Promise<Door> {
  const progress = new Progress(null, lang);
  // There is nobody to ask for the zone of a record without an offset.
  const options = { tokenize: keyedTokens(), zone: () => CHINA, strict: false };
  const sources = await findSources(paths);
  const { store, counts, offset } = await takeIn(sources, options, progress).finally(() => progress.done());
  if (store.length === 0) throw fail('input.nothing', { rejected: counts.rejected });
  const { report, detail } = makeReport(readFrame(store), counts, { fdr: FDR, offset });
  const findings = report.findings.map((finding) => ({
    ...finding,
    status: finding.until === null ? 'open' : 'over',
    order_id: null,
  }));
  return async ({ method }, { pathname, searchParams }) => {
    if (pathname !== '/v1/findings' || method !== 'GET') return null;
    const terminal = searchParams.get('terminal');
    const concerned = detail.terminals.find((row) => row.terminal_id === terminal)?.findings ?? [];
    const wanted = findings.filter(
      ({ id, status }) =>
        (terminal === null || concerned.includes(id)) && (searchParams.get('open') !== 'true' || status === 'open'),
    );
    return { status: 200, body: JSON.stringify({ findings: wanted }) };
  };
}
