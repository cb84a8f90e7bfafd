import { once } from 'node:events';
import { closeSync, createWriteStream, openSync, readFileSync, writeSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { pack, SPECS } from '@duka/wire/iso8583';

const TERMINALS = 2000;
/** A trace number that stands nowhere else in a message. */
const STAN = '987654';
const BLOCK = 4096;
const NINE = Date.UTC(2026, 10, 3, 1);

/** A message with the places of what differs from sale to sale: made once, patched for each. */
type Template = { readonly bytes: Buffer; readonly stan: number };

function template(mti: string, fields: { readonly [no: number]: string }): Template {
  const body = Buffer.from(pack({ tpdu: '6000030000', header: '603100311003', mti, fields }, SPECS.unionpay));
  const bytes = Buffer.concat([Buffer.from([body.length >> 8, body.length & 255]), body]);
  return { bytes, stan: bytes.indexOf(Buffer.from(STAN, 'hex')) };
}

/** Requests and replies of one terminal. The card number is made up. */
function templatesOf(terminal: number): readonly Template[] {
  const identity = { 11: STAN, 41: String(10_000_000 + terminal), 42: '898210154110002' };
  const number = '6222020000001234567';
  const request = {
    ...identity,
    2: number,
    3: '000000',
    4: '000000001250',
    14: '3012',
    22: terminal % 10 === 0 ? '021' : '051',
    23: '000',
    25: '00',
    26: '06',
    35: `${number}D30122010000012300`,
    49: '156',
    53: '2600000000000000',
    55: '9F2608A1B2C3D4E5F607189F2701809F101307010103A02010010A010000000000C3D4E5F69F37041A2B3C4D9F36020123950500000000009A032611039C01009F02060000000012505F2A02015682027C009F1A0201569F03060000000000009F3303E0E9C89F34034203009F3501229F1E0831323334353637388408A0000003330101019F0902008C9F410400000123',
    60: `22000001000${terminal % 10 === 0 ? '52' : '60'}`,
    64: '3846363531423236',
  };
  const reply = {
    ...identity,
    3: '000000',
    4: '000000001250',
    12: '090000',
    13: '1103',
    25: '00',
    32: '48020000',
    37: '012345678901',
    39: terminal % 7 === 0 ? '51' : '00',
    49: '156',
    60: '22000001',
  };
  return [template('0200', request), template('0210', reply)];
}

/** Writes a framed log of at least so many bytes; returns how many messages it has. */
export async function makeFramedLog(path: string, bytes: number): Promise<number> {
  const out = createWriteStream(path);
  const terminals = Array.from({ length: TERMINALS }, (_, at) => templatesOf(at));
  let written = 0;
  let messages = 0;
  for (let stan = 1; written < bytes; stan++) {
    for (let from = 0; from < TERMINALS && written < bytes; from += BLOCK) {
      const block = Buffer.concat(
        terminals
          .slice(from, from + BLOCK)
          .flatMap((pair) => pair.map(({ bytes: whole, stan: at }) => patched(whole, at, stan))),
      );
      messages += 2 * Math.min(BLOCK, TERMINALS - from);
      written += block.length;
      if (!out.write(block)) await once(out, 'drain');
    }
  }
  out.end();
  await finished(out);
  return messages;
}

function patched(whole: Buffer, at: number, stan: number): Buffer {
  const copy = Buffer.from(whole);
  copy.write(String(stan % 1_000_000).padStart(6, '0'), at, 'hex');
  return copy;
}

/** The same messages in TCP over raw IP, all requests on one connection: a pcap file. */
export function captureOf(log: string, path: string): void {
  const all = readFileSync(log);
  const out = openSync(path, 'w');
  const head = Buffer.alloc(24);
  head.writeUInt32LE(0xa1b2c3d4, 0);
  head.writeUInt16LE(2, 4);
  head.writeUInt16LE(4, 6);
  head.writeUInt32LE(65_535, 16);
  head.writeUInt32LE(101, 20);
  writeSync(out, head);
  const next: [number, number] = [1, 1];
  let parts: Buffer[] = [];
  for (let from = 0, count = 0; from < all.length; count++) {
    const to = from + 2 + all.readUInt16BE(from);
    const side = count % 2 === 0 ? 0 : 1;
    parts.push(packet(all.subarray(from, to), side, next, NINE + count));
    next[side] += to - from;
    from = to;
    if (parts.length >= BLOCK || from >= all.length) {
      writeSync(out, Buffer.concat(parts));
      parts = [];
    }
  }
  closeSync(out);
}

const HEADERS = 16 + 20 + 20;

function packet(payload: Buffer, side: 0 | 1, [a, b]: readonly [number, number], time: number): Buffer {
  const bytes = Buffer.alloc(HEADERS + payload.length);
  const length = bytes.length - 16;
  bytes.writeUInt32LE(Math.floor(time / 1000), 0);
  bytes.writeUInt32LE((time % 1000) * 1000, 4);
  bytes.writeUInt32LE(length, 8);
  bytes.writeUInt32LE(length, 12);
  bytes.writeUInt8(0x45, 16);
  bytes.writeUInt16BE(length, 18);
  bytes.writeUInt8(64, 24);
  bytes.writeUInt8(6, 25);
  bytes.writeUInt32BE(0x0a000001 + side, 28);
  bytes.writeUInt32BE(0x0a000002 - side, 32);
  bytes.writeUInt16BE(side === 0 ? 40_000 : 5000, 36);
  bytes.writeUInt16BE(side === 0 ? 5000 : 40_000, 38);
  bytes.writeUInt32BE((side === 0 ? a : b) >>> 0, 40);
  bytes.writeUInt32BE((side === 0 ? b : a) >>> 0, 44);
  bytes.writeUInt8(0x50, 48);
  bytes.writeUInt8(0x18, 49);
  payload.copy(bytes, HEADERS);
  return bytes;
}
