import type { Complaint, Reject } from '@duka/model';
import { fail } from '@duka/model';

const SAMPLES = 20;
const SAMPLES_OF_REASON = 3;

/** What was rejected for one reason, with its first places. */
export type Rejected = { readonly code: Complaint['code']; count: number; readonly samples: Reject[] };

export type TallyParts = {
  readonly rejected: number;
  readonly removed: number;
  readonly reasons: readonly Rejected[];
  readonly samples: readonly Reject[];
};

/** Counts what the intake leaves out and takes away. Two tallies of parts of the input merge into that of the whole. */
export class Tally {
  rejected = 0;
  removed = 0;
  readonly reasons = new Map<string, Rejected>();
  #samples: Reject[] = [];
  readonly #strict: boolean;

  /** @param strict whether the first reject ends it all */
  constructor(strict: boolean) {
    this.#strict = strict;
  }

  /** @throws DukaError input.strict */
  refuse(file: string, line: number, field: string | null, { code, text }: Complaint): void {
    if (this.#strict) throw fail('input.strict', { where: `${file}:${line}`, reason: text });
    this.#add(code, { file, line, field, code, text });
    this.rejected++;
    this.#reason(code).count++;
  }

  merge(other: Tally): void {
    this.rejected += other.rejected;
    this.removed += other.removed;
    for (const { code, count } of other.reasons.values()) this.#reason(code).count += count;
    for (const reason of other.reasons.values()) this.#reason(reason.code).samples.push(...reason.samples);
    for (const reason of this.reasons.values()) {
      reason.samples.sort(byPlace);
      reason.samples.splice(SAMPLES_OF_REASON);
    }
    this.#samples.push(...other.#samples);
    this.#samples = firstOf(this.#samples);
  }

  /** The first few by file and line: the same whatever the order of the files. */
  samples(): readonly Reject[] {
    return firstOf(this.#samples);
  }

  #reason(code: Complaint['code']): Rejected {
    const reason = this.reasons.get(code) ?? { code, count: 0, samples: [] };
    this.reasons.set(code, reason);
    return reason;
  }

  #add(code: Complaint['code'], reject: Reject): void {
    const { samples } = this.#reason(code);
    if (samples.length < SAMPLES_OF_REASON) samples.push(reject);
    this.#samples.push(reject);
    if (this.#samples.length >= 2 * SAMPLES) this.#samples = firstOf(this.#samples);
  }

  /** As plain data, to cross from one thread to another. */
  parts(): TallyParts {
    return {
      rejected: this.rejected,
      removed: this.removed,
      reasons: [...this.reasons.values()],
      samples: this.#samples,
    };
  }

  /** @param before lines that lie before those of which the parts tell */
  static of({ rejected, removed, reasons, samples }: TallyParts, before = 0): Tally {
    const inFile = (reject: Reject): Reject => ({ ...reject, line: before + reject.line });
    const tally = new Tally(false);
    tally.rejected = rejected;
    tally.removed = removed;
    for (const reason of reasons) {
      tally.reasons.set(reason.code, { ...reason, samples: reason.samples.map(inFile) });
    }
    tally.#samples = samples.map(inFile);
    return tally;
  }
}

const byPlace = (a: Reject, b: Reject): number => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line);

const firstOf = (samples: readonly Reject[]): Reject[] => [...samples].sort(byPlace).slice(0, SAMPLES);
