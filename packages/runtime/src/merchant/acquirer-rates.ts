import { decodeCodes, findAcquirer, INSTITUTIONS, splitMerchantNumber } from '@duka/knowledge';
import type { Attempt, Reason, Stage } from '@duka/model';
import { REASON_TABLE, STAGES } from '@duka/model';
import type { Share } from './wilson.ts';
import { wilson } from './wilson.ts';

/**
 * What was measured at one acquirer's terminals. `read`: of all tries to read a card, how many the reader or card failed. `host`: of all
 * that went online, how many host or network failed; a decline is an answer, not a failure. `unclear`: failures that do not say where.
 */
export type AcquirerRates = {
  readonly acquirer: string;
  readonly attempts: number;
  readonly read: Share;
  readonly host: Share;
  readonly unclear: number;
};

type Tally = {
  attempts: number;
  presented: number;
  unread: number;
  online: number;
  hostFailed: number;
  unclear: number;
};

const ONLINE = STAGES.indexOf('online');
const CVM = STAGES.indexOf('cvm');
/** An input that names more acquirers than there are holds something else in that column. */
const MOST = 1000;

/** Measures each acquirer in a stream of attempts. */
export class AcquirerTally {
  readonly #tallies = new Map<string, Tally>();

  take(attempt: Attempt): void {
    const name = acquirerOf(attempt);
    const known = this.#tallies.get(name);
    const tally = known ?? { attempts: 0, presented: 0, unread: 0, online: 0, hostFailed: 0, unclear: 0 };
    if (known === undefined && this.#tallies.size < MOST) this.#tallies.set(name, tally);
    tally.attempts++;
    if (attempt.outcome === 'ok') {
      tally.presented++;
      tally.online++;
      return;
    }
    const { stage, isDecline } = endOf(attempt);
    if (stage === null) {
      if (attempt.outcome === 'failed') tally.unclear++;
      return;
    }
    if (attempt.outcome === 'cancelled' && stage < ONLINE) return;
    tally.presented++;
    if (stage < CVM) tally.unread++;
    if (stage >= ONLINE) tally.online++;
    if (stage === ONLINE && !isDecline) tally.hostFailed++;
  }

  /** Most attempts first. */
  rates(): readonly AcquirerRates[] {
    return [...this.#tallies]
      .map(([acquirer, { attempts, presented, unread, online, hostFailed, unclear }]) => ({
        acquirer,
        attempts,
        read: wilson(unread, presented),
        host: wilson(hostFailed, online),
        unclear,
      }))
      .sort((a, b) => b.attempts - a.attempts || (a.acquirer < b.acquirer ? -1 : 1));
  }
}

/** By its own field, else by the first digits of the merchant number, which are a hint only. */
function acquirerOf({ acquirer, merchant_id }: Attempt): string {
  const named = acquirer === undefined ? undefined : findAcquirer(acquirer);
  if (named !== undefined) return named.name.zh;
  const code = merchant_id === undefined ? undefined : splitMerchantNumber(merchant_id)?.institution;
  const hinted = code === undefined ? undefined : (findAcquirer(code)?.name.zh ?? INSTITUTIONS.get(code)?.value);
  return hinted ?? acquirer ?? code ?? '-';
}

/** Where an attempt ended: by its stage, its reason, or its codes. */
function endOf({ stage, reason, code }: Attempt): { stage: number | null; isDecline: boolean } {
  const [decoded] = code === undefined ? [] : decodeCodes(code).filter(({ success }) => success !== true);
  const likely = reason ?? heaviest(decoded?.reasons);
  const at: Stage | null = stage ?? (likely === null ? null : REASON_TABLE[likely].stage) ?? decoded?.stage ?? null;
  return { stage: at === null ? null : STAGES.indexOf(at), isDecline: likely === 'declined' };
}

function heaviest(reasons: { readonly [R in Reason]?: number } | undefined): Reason | null {
  const [best] = Object.entries(reasons ?? {}).sort(([, a], [, b]) => b - a);
  return best === undefined ? null : (best[0] as Reason);
}
