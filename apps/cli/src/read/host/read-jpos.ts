import { complain, quote } from '@duka/model';
import type { HostMessage, ReadingOptions } from '@duka/runtime';
import { fieldsMessage, readWrittenTime, USUAL_FORMS } from '@duka/runtime';
import type { Line } from '../lines.ts';
import { LONGEST_LINE } from '../lines.ts';
import type { RawRecord } from '../raw-record.ts';
import type { Source } from '../sources.ts';
import type { HostReading } from './host-reading.ts';

/** A tag, and what follows it: a field's value may stand there, as XMLPackager writes what is no attribute. */
const TAG = /<(\/?)(log|isomsg|field)\b([^<>]*?)(\/?)>(?:<!\[CDATA\[([^\]]*)\]\]>|([^<]*))/g;
/** A tag that goes on in the next line. */
const OPEN_TAG = /<(?:log|isomsg|field)\b[^<>]*$/;
const LONGEST_TAG = 16_384;
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
  /** The beginning of a tag that is not closed yet. */
  #held = '';
  /** Ids of the nested messages that are open. */
  #path: string[] = [];
  #time: number | null = null;

  constructor(file: string, options: ReadingOptions) {
    this.#file = file;
    this.#options = options;
  }

  take(text: string, line: number): (HostMessage | RawRecord)[] {
    const read: (HostMessage | RawRecord)[] = [];
    const whole = this.#held === '' ? text : `${this.#held} ${text}`;
    const [open = ''] = OPEN_TAG.exec(whole) ?? [];
    this.#held = open.length > LONGEST_TAG ? '' : open;
    for (const [, closing, name, rest = '', selfClosing, data, plain] of whole.matchAll(TAG)) {
      if (name === 'log') {
        read.push(...this.end());
        this.#time = closing ? null : this.#timeOf(attributesOf(rest).at);
      } else if (name === 'field') {
        const { id, value } = attributesOf(rest);
        if (!closing) this.#field(id, value ?? data ?? plainOf(plain, selfClosing));
      } else if (closing) read.push(...this.#close());
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

  #field(id: string | undefined, value: string | undefined): void {
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

/** What stands between the tags of a field; nothing where there is only the way to the next line. */
function plainOf(text = '', selfClosing = ''): string | undefined {
  return selfClosing === '' && text.trim() !== '' ? resolved(text.trim()) : undefined;
}

const ENTITIES: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function attributesOf(text: string): Attributes {
  const attributes: Record<string, string> = {};
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    attributes[name] = resolved(double ?? single ?? '');
  }
  return attributes;
}

const resolved = (text: string): string => text.replace(/&(\w{2,4});/g, (all, entity) => ENTITIES[entity] ?? all);
