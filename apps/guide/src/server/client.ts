import type { CauseId, CauseProbability } from '@duka/model';
import { CAUSE_IDS } from '@duka/model';
import type { Sent } from './sent.ts';

/** What became of reports: kept by the server, never to be taken, or to be tried again. */
type Fate = 'taken' | 'refused' | 'later';

/** Everything that the guide asks of a server. Without one it is just as good, and knows less. */
export type Client = {
  /** What is open for a terminal, likeliest causes first; nothing where no server answers in time. */
  findings(terminal: string): Promise<readonly CauseProbability[]>;
  send(reports: readonly Sent[]): Promise<Fate>;
};

/** Longest that anybody waits for a server, in ms. */
const PATIENCE_MS = 4000;

/** These say that the reports themselves will never do (contracts: the server); anything else may pass. */
const REFUSED: readonly number[] = [400, 413, 415, 422];

/** @param base address of the folder that holds `v1/` */
export function clientOf(base: string, get: typeof fetch): Client {
  const ask = (path: string, init: RequestInit = {}) =>
    get(new URL(path, base), { ...init, signal: AbortSignal.timeout(PATIENCE_MS), cache: 'no-store' });
  return {
    async findings(terminal) {
      try {
        const answer = await ask(`v1/findings?open=true&terminal=${encodeURIComponent(terminal)}`);
        return answer.ok ? causesOf(await answer.json(), terminal) : [];
      } catch {
        return [];
      }
    },
    async send(reports) {
      try {
        const headers = { 'content-type': 'application/json' };
        const { ok, status } = await ask('v1/reports', { method: 'POST', headers, body: JSON.stringify(reports) });
        return ok ? 'taken' : REFUSED.includes(status) ? 'refused' : 'later';
      } catch {
        return 'later';
      }
    },
  };
}

type Foreign = { readonly [name: string]: unknown };
const isObject = (value: unknown): value is Foreign => typeof value === 'object' && value !== null;
const isCause = (value: unknown): value is CauseId => CAUSE_IDS.some((id) => id === value);

/** Of the finding that names this terminal; else of the first that names none: they come by expected loss. */
function causesOf(body: unknown, terminal: string): readonly CauseProbability[] {
  const findings: readonly unknown[] = isObject(body) && Array.isArray(body.findings) ? body.findings : [];
  const found =
    findings.find((one) => namesOf(one)?.includes(terminal)) ?? findings.find((one) => namesOf(one)?.length === 0);
  const causes: readonly unknown[] = isObject(found) && Array.isArray(found.causes) ? found.causes : [];
  return causes.flatMap((one) => {
    if (!isObject(one) || !isCause(one.cause)) return [];
    const { cause, probability } = one;
    return typeof probability === 'number' && probability > 0 && probability <= 1 ? [{ cause, probability }] : [];
  });
}

/** The terminals that the scope of a finding names; undefined where it is no finding. */
function namesOf(finding: unknown): readonly unknown[] | undefined {
  if (!isObject(finding) || !isObject(finding.scope)) return undefined;
  const { terminal_id: named = [] } = finding.scope;
  return Array.isArray(named) ? named : [named];
}
