import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { StateArray } from '@duka/fleet';
import { AttemptStore } from '@duka/fleet';
import type { OffsetMinutes } from '@duka/runtime';
import type { Block } from './lines.ts';
import type { Batch } from './raw-record.ts';
import type { SliceTaken } from './slice-account.ts';
import { SliceAccount } from './slice-account.ts';
import type { Slice } from './slices.ts';
import { slicesOf } from './slices.ts';
import type { Source } from './sources.ts';
import { Tally } from './tally.ts';

/** What each of a crew must know to do as one alone would: the key of the tokens, and how times without offset are read. */
export type CrewTerms = { readonly key: Uint8Array; readonly tz: string | null };

/** Whole lines of a file, as in Block. */
export type Handed = {
  readonly file: string;
  readonly bytes: ArrayBuffer;
  readonly bounds: readonly number[];
  readonly first: number;
};

/** A slice of the file with this descriptor, which all threads have in common; `share` is how many bytes of it one of them will read. */
export type HandedSlice = Slice & {
  readonly file: string;
  readonly descriptor: number;
  readonly number: number;
  readonly share: number;
};

/** How many records one of a crew has taken of what it was handed. */
export type Taken = { readonly records: number; readonly slice?: SliceTaken };

/** What one of a crew has done. */
export type Report = {
  readonly store: readonly StateArray[];
  readonly tally: ReturnType<Tally['parts']>;
  readonly offsets: readonly (readonly [OffsetMinutes, number])[];
};

/** Less is read by one sooner than a crew has begun. */
const WORTH_A_CREW = 32 << 20;
const LARGEST_CREW = 8;
/** As much is handed over at once, and so often before it is done. */
const HANDFUL = 1 << 20;
const IN_HAND = 3;

export const isWorthACrew = (sources: readonly Source[]): boolean =>
  availableParallelism() > 1 && sources.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0) >= WORTH_A_CREW;

/**
 * Threads that take lines of JSON into a store each. Stores and tallies merge, and what is read from a store does not hang on the order
 * in which it was filled: a crew gives what one alone would give.
 */
export class Crew {
  readonly #terms: CrewTerms;
  /** None until there is something to hand out: all may be Parquet. */
  #hands: readonly Hand[] = [];
  readonly #tally = new Tally(false);

  constructor(terms: CrewTerms) {
    this.#terms = terms;
  }

  /** Hands out all lines. Each batch tells how many records were taken since the one before, and up to which line. */
  async *read(blocks: AsyncIterable<Block>, file: string): AsyncGenerator<Batch> {
    this.#gather();
    let line = 0;
    let held: Block[] = [];
    let size = 0;
    const batch = (): Batch => ({ records: [], taken: this.#taken(), line });
    for await (const block of blocks) {
      held.push(block);
      size += block.bytes.length;
      if (size < HANDFUL) continue;
      line = await this.#give(held, file);
      held = [];
      size = 0;
      yield batch();
    }
    if (held.length > 0) line = await this.#give(held, file);
    await Promise.all(this.#hands.map((hand) => hand.idle()));
    yield batch();
  }

  /**
   * Hands out slices of a file that each reads for itself, so that none of it passes through this thread.
   * @throws what the system says where a slice cannot be read, when all others that were handed out are taken
   */
  async *readSlices(path: string, file: string, onBytes: (count: number) => void): AsyncGenerator<Batch> {
    this.#gather();
    const handle = await open(path);
    try {
      const account = new SliceAccount();
      const { size } = await handle.stat();
      const share = size / this.#hands.length;
      for (const [number, slice] of slicesOf(size).entries()) {
        const hand = await this.#free();
        if (this.#collectSlices(account).isDamaged) break;
        hand.give({ file, descriptor: handle.fd, number, share, ...slice });
        onBytes(slice.to - slice.from);
        yield { records: [], taken: this.#taken(), line: 0 };
      }
      await Promise.all(this.#hands.map((hand) => hand.idle()));
      const { lines, damage } = this.#collectSlices(account).settle(this.#tally);
      yield { records: [], taken: this.#taken(), line: lines };
      if (damage) throw Object.assign(new Error(damage.message), { code: damage.code });
    } finally {
      await handle.close();
    }
  }

  /** @returns what is in the store and what all have taken: one of their stores where it is empty, as copies cost their room */
  async end(store: AttemptStore, tally: Tally, offsets: Map<OffsetMinutes, number>): Promise<AttemptStore> {
    let whole = store;
    for (const hand of this.#hands) {
      const report = await hand.end();
      const its = AttemptStore.of(report.store);
      if (whole.length === 0) whole = its;
      else whole.merge(its);
      await hand.dismiss();
      tally.merge(Tally.of(report.tally));
      for (const [offset, count] of report.offsets) offsets.set(offset, (offsets.get(offset) ?? 0) + count);
    }
    tally.merge(this.#tally);
    return whole;
  }

  async dismiss(): Promise<void> {
    await Promise.all(this.#hands.map((hand) => hand.dismiss()));
  }

  #gather(): void {
    if (this.#hands.length > 0) return;
    const size = Math.min(LARGEST_CREW, availableParallelism());
    this.#hands = Array.from({ length: size }, () => new Hand(this.#terms));
  }

  /** @returns the last line handed over */
  async #give(blocks: readonly Block[], file: string): Promise<number> {
    const handed = asOne(blocks, file);
    const hand = await this.#free();
    hand.give(handed);
    return handed.first + handed.bounds.length / 2 - 1;
  }

  /** The one with least to do, when it may be given more. */
  async #free(): Promise<Hand> {
    while (this.#hands.every(({ busy }) => busy >= IN_HAND)) {
      await Promise.race(this.#hands.map((hand) => hand.next()));
    }
    return this.#hands.reduce((best, one) => (one.busy < best.busy ? one : best));
  }

  #collectSlices(account: SliceAccount): SliceAccount {
    for (const hand of this.#hands) for (const taken of hand.collectSlices()) account.add(taken);
    return account;
  }

  #taken(): number {
    return this.#hands.reduce((sum, hand) => sum + hand.collect(), 0);
  }
}

function asOne(blocks: readonly Block[], file: string): Handed {
  const bytes = new Uint8Array(blocks.reduce((sum, block) => sum + block.bytes.length, 0));
  const bounds: number[] = [];
  let at = 0;
  for (const block of blocks) {
    bytes.set(block.bytes, at);
    for (let i = 0; i < block.bounds.length; i += 2) {
      const from = block.bounds[i]!;
      const to = block.bounds[i + 1]!;
      // A line that is too long is not there: it has the bounds -1 and its length.
      if (from < 0) bounds.push(from, to);
      else bounds.push(at + from, at + to);
    }
    at += block.bytes.length;
  }
  return { file, bytes: bytes.buffer, bounds, first: blocks[0]!.first };
}

class Hand {
  /** How many handfuls it has not done yet. */
  busy = 0;
  #taken = 0;
  readonly #slices: SliceTaken[] = [];
  readonly #worker: Worker;
  /** Rejects with what ends the thread before its time. */
  readonly #failure: Promise<never>;

  constructor(terms: CrewTerms) {
    this.#worker = new Worker(new URL('./crew-worker.ts', import.meta.url), { workerData: terms });
    this.#worker.setMaxListeners(0);
    this.#failure = once(this.#worker, 'error').then(([error]) => Promise.reject(error));
    this.#failure.catch(() => {});
    this.#worker.on('message', (message: Taken | Report) => {
      if (!('records' in message)) return;
      this.#taken += message.records;
      if (message.slice) this.#slices.push(message.slice);
      this.busy--;
    });
  }

  give(handed: Handed | HandedSlice): void {
    this.busy++;
    this.#worker.postMessage(handed, 'bytes' in handed ? [handed.bytes] : []);
  }

  /** Resolves when it has taken more. @throws what ended the thread */
  async next(): Promise<void> {
    await Promise.race([once(this.#worker, 'message'), this.#failure]);
  }

  async idle(): Promise<void> {
    while (this.busy > 0) await this.next();
  }

  /** Records since the last time. */
  collect(): number {
    const taken = this.#taken;
    this.#taken = 0;
    return taken;
  }

  /** Slices since the last time. */
  collectSlices(): readonly SliceTaken[] {
    return this.#slices.splice(0);
  }

  async end(): Promise<Report> {
    const reported = once(this.#worker, 'message');
    this.#worker.postMessage('end');
    const [report] = await Promise.race([reported, this.#failure]);
    return report;
  }

  async dismiss(): Promise<void> {
    await this.#worker.terminate();
  }
}
