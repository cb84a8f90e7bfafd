import { complain, quote } from '@duka/model';
import type { HostMessage, ReadingOptions } from '@duka/runtime';
import { fieldsMessage, readWrittenTime, USUAL_FORMS } from '@duka/runtime';
import type { Line } from '../lines.ts';
import { LONGEST_LINE } from '../lines.ts';
import type { RawRecord } from '../raw-record.ts';
import type { Source } from '../sources.ts';
import type { HostReading } from './host-reading.ts';

const TAG = /<(\/?)(log|isomsg|field)\b([^<>]*?)(\/?)>/g;
const ATTRIBUTE = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** No message has more fields than this, however they are nested. */
const MOST_FIELDS = 1024;

/**
 * The XML logs of jPOS: one `isomsg` a message, inside a `log` that says when. They are often no whole document (cut off, several
 * roots), so that elements are taken as they come. An `isomsg` with an id is a field made of fields.
 */
export async function* readJpos(
  lines: AsyncIterable<readonly Line[]>,
  source: Source,
  host: HostReading,
): AsyncGenerator<readonly RawRecord[]> {
  const scanner = new Scanner(source.name, host.optionsFor(source));
  for await (const some of lines) {
    const records: RawRecord[] = [];
    for (const { number: line, text, bytes } of some) {
      if (text === null) {
        records.push({ line, complaint: complain('attempt.too_long', { found: bytes, max: LONGEST_LINE }) });
        continue;
      }
      for (const read of scanner.take(text, line)) {
        if ('mti' in read) host.take(read);
        else records.push(read);
      }
    }
    yield [...records, ...host.drain()];
  }
  yield [...scanner.end(), ...host.drain()];
}

class Scanner {
  readonly #file: string;
  readonly #options: ReadingOptions;
  #fields: Record<string, string> | null = null;
  #count = 0;
  #began = 0;
  /** Ids of the nested messages that are open. */
  #path: string[] = [];
  #time: number | null = null;

  constructor(file: string, options: ReadingOptions) {
    this.#file = file;
    this.#options = options;
  }

  take(text: string, line: number): (HostMessage | RawRecord)[] {
    const read: (HostMessage | RawRecord)[] = [];
    for (const [, closing, name, rest = '', selfClosing] of text.matchAll(TAG)) {
      if (name === 'log') {
        read.push(...this.end());
        this.#time = closing ? null : this.#timeOf(attributesOf(rest).at);
      } else if (name === 'field') this.#field(attributesOf(rest));
      else if (closing) read.push(...this.#close());
      else if (!selfClosing) read.push(...this.#open(attributesOf(rest).id, line));
    }
    return read;
  }

  /** A message that is still open was cut off. */
  end(): RawRecord[] {
    if (this.#fields === null) return [];
    this.#fields = null;
    const where = { zh: `从第 ${this.#began} 行开始`, en: `that begins at line ${this.#began}` };
    return [{ line: this.#began, complaint: complain('import.cut_off', { where }) }];
  }

  #open(id: string | undefined, line: number): RawRecord[] {
    if (id !== undefined && this.#fields !== null) {
      this.#path.push(id);
      return [];
    }
    const cut = this.end();
    this.#fields = {};
    this.#path = [];
    this.#count = 0;
    this.#began = line;
    return cut;
  }

  #field({ id, value }: Attributes): void {
    if (this.#fields === null || id === undefined || value === undefined || ++this.#count > MOST_FIELDS) return;
    this.#fields[[...this.#path, id].map((part) => part.replace(/^0+(?=\d)/, '')).join('.')] = value;
  }

  #close(): (HostMessage | RawRecord)[] {
    if (this.#path.pop() !== undefined) return [];
    const fields = this.#fields;
    this.#fields = null;
    const { '0': mti, ...written } = fields ?? {};
    const place = { file: this.#file, line: this.#began };
    if (fields === null) return [];
    if (mti === undefined || !/^\d{4}$/.test(mti)) {
      return [{ line: this.#began, complaint: complain('import.mti', { found: quote(mti ?? '') }) }];
    }
    return [fieldsMessage(mti, written, this.#time, place, this.#options)];
  }

  /** `Tue Nov 03 09:00:00.123 CST 2026`, as Java writes it, or 2026-11-03T09:00:00.123: local but for UTC. */
  #timeOf(written: string | undefined): number | null {
    const [, month = '', day, clock, zone = '', year] = JAVA.exec(written ?? '') ?? [];
    const text = year === undefined ? (written ?? '') : `${year}-${MONTHS.indexOf(month) + 1}-${day} ${clock}`;
    const utc = /^(?:UTC|GMT|Z)$/.test(zone);
    return readWrittenTime(text, USUAL_FORMS, utc ? () => 0 : this.#options.zone, this.#options.reference)?.ms ?? null;
  }
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const JAVA = /^\w{3} (\w{3}) (\d{1,2}) ([\d:.]+) ([\w+:-]+) (\d{4})$/;

type Attributes = { readonly [name: string]: string | undefined };

const ENTITIES: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function attributesOf(text: string): Attributes {
  const attributes: Record<string, string> = {};
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    attributes[name] = (double ?? single ?? '').replace(/&(\w{2,4});/g, (all, entity) => ENTITIES[entity] ?? all);
  }
  return attributes;
}
