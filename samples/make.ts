// Makes the sample logs: `node samples/make.ts` (Node 24 or newer). The same seeds give the same records.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { FleetConfig } from '@duka/sim';
import { simulate, toCsv, toNdjson } from '@duka/sim';

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** Midnight of Monday, 2 November 2026, in China. */
const START = Date.UTC(2026, 10, 1, 16);

type Plan = { readonly seed: number; readonly config: Partial<FleetConfig> };

/** One shop of four terminals. */
export const SHOP: Plan = {
  seed: 19,
  config: {
    terminals: 4,
    days: 14,
    start: START,
    volume: 20,
    volumeSpread: 0.2,
    reporting: { outcome: 0, code: 0.3, reason: 0.5, both: 0.2 },
    interfaces: { chip: 0.4, contactless: 0.14, magstripe: 0.28, qr: 0.17, manual: 0.01 },
    faults: [
      { cause: 'hardware.magstripe_head_dirty', since: START + 4 * DAY + 10 * HOUR, until: null },
      { cause: 'operation.removed_early', since: START + 3 * DAY + 9 * HOUR, until: null },
    ],
  },
};

/** A small fleet of many shops. Places that are left out are drawn. */
export const FLEET: Plan = {
  seed: 8,
  config: {
    terminals: 70,
    days: 10,
    start: START,
    volume: 11,
    volumeSpread: 0.6,
    faults: [
      { cause: 'software.app_defect' },
      { cause: 'network.acquirer_host_down' },
      { cause: 'network.unstable' },
      { cause: 'card.chip_damaged' },
      { cause: 'card.stripe_damaged' },
    ],
  },
};

const records = ({ seed, config }: Plan) => simulate(config, seed).attempts;

/** Each file: its records as text, and how text is put into it. */
export const SAMPLES = [
  { file: 'shop.csv', text: () => toCsv(records(SHOP)), pack: (text: string) => Buffer.from(text), unpack: String },
  {
    file: 'fleet.ndjson.gz',
    text: () => toNdjson(records(FLEET)),
    pack: (text: string) => gzipSync(text, { level: 9 }),
    unpack: (bytes: Buffer) => gunzipSync(bytes).toString(),
  },
] as const;

/** The text that a sample holds now. */
export function held(file: string): string {
  const sample = SAMPLES.find((one) => one.file === file);
  const bytes = readFileSync(new URL(file, import.meta.url));
  return sample === undefined ? '' : sample.unpack(bytes);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { file, text, pack } of SAMPLES) writeFileSync(new URL(file, import.meta.url), pack(text()));
}
