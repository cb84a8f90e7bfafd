import { fieldSet, pack, SPECS, unpack } from '@duka/wire/iso8583';
import Iso8583 from 'iso_8583';
import { SALE_MESSAGE, SALE_NUMBER } from '../packages/wire/test/iso8583/sale.ts';

/**
 * How long a 426-byte UnionPay sale takes to unpack, against the npm package `iso_8583` unpacking the same content, in one
 * run. Ours masks card data while it reads; theirs returns it, so a second line has theirs mask it too. Nothing here is a test.
 * Usage: npm run bench:wire, which keeps what Node compiled as `./duka` does. The first run fills that cache, and is a few
 * hundredths slower: to strip types Node grows the memory of a WebAssembly, and from then on the engine checks at each access
 * to a typed array whether its memory was taken away.
 */
const ROUNDS = 41;
const MESSAGES = 4000;
/** What the import of a host log keeps of a message. */
const KEPT = fieldSet([3, 4, 7, 11, 12, 13, 22, 25, 32, 37, 39, 41, 42, 49, 60, 61, 90]);

/** The sale as theirs can carry it: digits as characters, binary fields as hex. */
const FORMATS = {
  53: { ContentType: 'n', Label: 'security control', LenType: 'fixed', MaxLen: 16 },
  64: { ContentType: 'b', Label: 'authentication code', LenType: 'fixed', MaxLen: 16 },
};
const sale = unpack(SALE_MESSAGE, SPECS.unionpay);
const content: Record<number, string> = {
  ...sale.fields,
  2: SALE_NUMBER,
  14: '2912',
  35: `${SALE_NUMBER}=29122011234567890`,
  52: '1F2E3D4C5B6A7988',
};
if (Buffer.compare(pack({ ...sale, fields: content }, SPECS.unionpay), SALE_MESSAGE) !== 0)
  throw new Error('not the sale');
const made = new Iso8583({ 0: sale.mti, ...content }, FORMATS).getBufferMessage();
if (!(made instanceof Uint8Array)) throw new Error(made.error);
const theirs = () => new Iso8583(undefined, FORMATS).getIsoJSON(made);
const wrong = Object.entries(content).filter(([no, value]) => theirs()[no]?.toUpperCase() !== value.toUpperCase());
if (wrong.length > 0) throw new Error(`theirs reads other content in ${wrong.map(([no]) => no).join(', ')}`);

/** Microseconds of this process a message. */
function time(run: () => unknown): number {
  const before = process.cpuUsage();
  for (let count = 0; count < MESSAGES; count++) run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / MESSAGES;
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!;

function compare(name: string, ours: () => unknown, other: () => unknown): void {
  const rounds = Array.from({ length: ROUNDS }, () => ({ ours: time(ours), theirs: time(other) }));
  const ratio = median(rounds.map((round) => round.theirs / round.ours));
  const [we, they] = [median(rounds.map((round) => round.ours)), median(rounds.map((round) => round.theirs))];
  console.log(`${name.padEnd(34)} ${ratio.toFixed(1)} times as fast (${we.toFixed(1)} µs to ${they.toFixed(1)} µs)`);
}

compare('all fields, card data masked', () => unpack(SALE_MESSAGE, SPECS.unionpay), theirs);
compare(
  '  and theirs masked as well',
  () => unpack(SALE_MESSAGE, SPECS.unionpay),
  () => new Iso8583(theirs(), FORMATS).toSafeLog(),
);
compare('the fields that an import keeps', () => unpack(SALE_MESSAGE, SPECS.unionpay, { only: KEPT }), theirs);
