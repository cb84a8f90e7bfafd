// Makes the sample logs: `node samples/make.ts` (Node 24 or newer). The same seeds give the same records.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { FleetConfig } from '@duka/sim';
import { DEFAULT_CONFIG, SWIPE_RANGES, simulate, swipeSession, toCsv, toNdjson, writeWav } from '@duka/sim';

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

/** The documented cases happened to terminals that reported little but their reasons, among cards without a flaw. */
const CASE: Partial<FleetConfig> = {
  start: START,
  volumeSpread: 0.2,
  reporting: { outcome: 0, code: 0.2, reason: 0.6, both: 0.2 },
  cards: { ...DEFAULT_CONFIG.cards, flawedChips: 0, wornStripes: 0, refused: 0, forgetful: 0 },
  missing: {
    random: 0,
    terminals: {
      serial: 1,
      indicator: 1,
      duration_ms: 1,
      rtt_ms: 1,
      signal_dbm: 1,
      firmware_version: 1,
      param_version: 1,
      region: 1,
      attempt_id: 1,
    },
  },
};

/** A magnetic head wears for three weeks and is then replaced. */
const SUPERMARKET: Plan = {
  seed: 11,
  config: {
    ...CASE,
    terminals: 3,
    days: 30,
    volume: 7,
    interfaces: { chip: 0.1, contactless: 0.1, magstripe: 0.7, qr: 0.1, manual: 0 },
    faults: [{ cause: 'hardware.magstripe_head_worn', since: START + 4 * DAY, until: START + 23 * DAY }],
  },
};

/** The network is unstable until equipment and parameters are changed. */
const HOTEL: Plan = {
  seed: 8,
  config: {
    ...CASE,
    terminals: 3,
    days: 10,
    volume: 19,
    faults: [{ cause: 'network.unstable', since: START + 3 * DAY, until: START + 7 * DAY }],
  },
};

/** A regular guest enters the wrong PIN again and again. */
const RESTAURANT: Plan = {
  seed: 8,
  config: {
    ...CASE,
    terminals: 2,
    days: 10,
    volume: 27,
    interfaces: { chip: 0.6, contactless: 0.2, magstripe: 0.1, qr: 0.1, manual: 0 },
    faults: [{ cause: 'operation.wrong_pin' }],
  },
};

/** A small fleet of many shops. Places that are left out are drawn. */
export const FLEET: Plan = {
  seed: 8,
  config: {
    terminals: 70,
    missing: {
      ...DEFAULT_CONFIG.missing,
      terminals: { ...DEFAULT_CONFIG.missing.terminals, serial: 1, indicator: 1, duration_ms: 1 },
    },
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

const plain = (name: string, plan: Plan) => ({
  file: `case-${name}.ndjson`,
  text: () => toNdjson(records(plan)),
  pack: (text: string) => Buffer.from(text),
  unpack: String,
});

/** Each file: its records as text, and how text is put into it. */
export const SAMPLES = [
  plain('supermarket', SUPERMARKET),
  plain('hotel', HOTEL),
  plain('restaurant', RESTAURANT),
  { file: 'shop.csv', text: () => toCsv(records(SHOP)), pack: (text: string) => Buffer.from(text), unpack: String },
  {
    file: 'fleet.ndjson.gz',
    text: () => toNdjson(records(FLEET)),
    pack: (text: string) => gzipSync(text, { level: 9 }),
    unpack: (bytes: Buffer) => gunzipSync(bytes).toString(),
  },
] as const;

/** Three swipes of one card over a worn head, track 2: a session of the simulator, with a number that is given to nobody. */
const WORN_HEAD = {
  seed: 5,
  fault: 'head_worn',
  tracks: [{ track: 2, text: ';6250941006528599=30122010000000000?' }],
  swipes: 3,
  sampleRate: 48_000,
  ranges: SWIPE_RANGES.tuning,
} as const;

/** The recordings of the swipes, each as a file. */
export const RECORDINGS = [1, 2, 3].map((number) => ({
  file: `swipe-${number}.wav`,
  bytes: () => writeWav(swipeSession(WORN_HEAD).swipes[number - 1]!, WORN_HEAD.sampleRate),
}));

/** The text that a sample holds now. */
export function held(file: string): string {
  const sample = SAMPLES.find((one) => one.file === file);
  const bytes = readFileSync(new URL(file, import.meta.url));
  return sample === undefined ? '' : sample.unpack(bytes);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { file, text, pack } of SAMPLES) writeFileSync(new URL(file, import.meta.url), pack(text()));
  for (const { file, bytes } of RECORDINGS) writeFileSync(new URL(file, import.meta.url), bytes());
}
