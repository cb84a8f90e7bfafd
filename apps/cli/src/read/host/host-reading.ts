import type { Tokenize } from '@duka/model';
import type {
  HostMessage,
  ImportSummary,
  LeftOut,
  Mapping,
  Place,
  PlacedRecord,
  ReadingOptions,
  Zone,
} from '@duka/runtime';
import { HostLog, NO_MAPPING } from '@duka/runtime';
import type { Spec } from '@duka/wire/iso8583';
import { CHINA, readZone } from '../../zone.ts';
import type { RawRecord } from '../raw-record.ts';
import type { Source } from '../sources.ts';
import { writtenAt } from './written-at.ts';

/** What the user says of host logs; what is not said is found out. */
export type HostOptions = { readonly mapping?: Mapping; readonly dialect?: Spec };

/**
 * How the host logs of one run are read: one pairing for all of them, since a log that is cut at midnight leaves requests in one file
 * and their replies in the next.
 */
export class HostReading {
  readonly mapping: Mapping;
  readonly isMapped: boolean;
  readonly dialect: Spec | undefined;
  readonly #zone: Zone;
  readonly #tokenize: Tokenize;
  readonly #log: HostLog;
  #messages = 0;

  constructor(options: { readonly tokenize: Tokenize; readonly zone: Zone | null; readonly host?: HostOptions }) {
    this.mapping = options.host?.mapping ?? NO_MAPPING;
    this.isMapped = options.host?.mapping !== undefined;
    this.dialect = options.host?.dialect;
    const mapped = this.mapping.zone;
    this.#zone = options.zone ?? (mapped === null ? () => CHINA : readZone(mapped, 'zone'));
    this.#tokenize = options.tokenize;
    this.#log = new HostLog(this.#zone);
  }

  /** Messages and rows read so far. */
  get messages(): number {
    return this.#messages;
  }

  optionsFor(source: Source): ReadingOptions {
    return { zone: this.#zone, tokenize: this.#tokenize, reference: writtenAt(source, this.#zone) };
  }

  take(message: HostMessage): void {
    this.#messages++;
    this.#log.take(message);
  }

  takeRow(row: HostMessage): void {
    this.#messages++;
    this.#log.takeRow(row);
  }

  leftOut(reason: LeftOut, place: Place): void {
    this.#log.leftOut(reason, place);
  }

  breakOff(connection: string): void {
    this.#log.breakOff(connection);
  }

  /** Columns that nobody has a use for. */
  unused(columns: readonly string[]): void {
    this.#log.unused(columns);
  }

  /** Records that are ready. */
  drain(): RawRecord[] {
    return this.#log.drain().map(toRaw);
  }

  /** Nothing follows: the records that waited for a reply or a reversal. */
  end(): RawRecord[] {
    this.#log.end();
    return this.drain();
  }

  summary(): ImportSummary | null {
    return this.#log.summary();
  }
}

const toRaw = ({ place, record }: PlacedRecord): RawRecord => ({ ...place, record });
