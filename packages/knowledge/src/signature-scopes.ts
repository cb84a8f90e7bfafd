import type { ScopeColumn } from '@duka/model';
import type { PatternId } from './signature-patterns.ts';

/** The kinds of scope that the fleet engine searches: which columns bound a fault. */
export const SCOPE_KINDS = {
  terminal: ['terminal_id'],
  card: ['card_ref'],
  operator: ['store_id', 'operator_id'],
  store: ['store_id'],
  merchant: ['merchant_id'],
  bin: ['bin'],
  model: ['model'],
  app_version: ['app_version'],
  firmware_version: ['firmware_version'],
  param_version: ['param_version'],
  acquirer: ['acquirer'],
  carrier: ['carrier'],
  link: ['link'],
  region: ['region'],
  'bin × model': ['bin', 'model'],
  'bin × app_version': ['bin', 'app_version'],
  'bin × firmware_version': ['bin', 'firmware_version'],
  'bin × param_version': ['bin', 'param_version'],
  'bin × acquirer': ['bin', 'acquirer'],
  'bin × region': ['bin', 'region'],
  'model × app_version': ['model', 'app_version'],
  'model × param_version': ['model', 'param_version'],
  'model × acquirer': ['model', 'acquirer'],
  'app_version × firmware_version': ['app_version', 'firmware_version'],
  'app_version × param_version': ['app_version', 'param_version'],
  'app_version × acquirer': ['app_version', 'acquirer'],
  'firmware_version × param_version': ['firmware_version', 'param_version'],
  'firmware_version × acquirer': ['firmware_version', 'acquirer'],
  'param_version × acquirer': ['param_version', 'acquirer'],
  'acquirer × region': ['acquirer', 'region'],
  'carrier × region': ['carrier', 'region'],
  'link × region': ['link', 'region'],
  'link × app_version': ['link', 'app_version'],
  'link × model': ['link', 'model'],
  'carrier × model': ['carrier', 'model'],
  'store × link': ['store_id', 'link'],
  'store × app_version': ['store_id', 'app_version'],
} as const satisfies Record<string, readonly ScopeColumn[]>;

export type ScopeKind = keyof typeof SCOPE_KINDS;
export const SCOPE_KIND_IDS = Object.keys(SCOPE_KINDS) as readonly ScopeKind[];

type Odds = { readonly [K in ScopeKind]?: number };

/** A read fails for a part of one terminal that wears or breaks, or for one card: nearly as many of those are seen. */
const PART: Odds = { terminal: 80, card: 70, operator: 3, model: 1, firmware_version: 2, 'bin × model': 1 };
const HABIT: Odds = { operator: 70, terminal: 12, store: 10, card: 3 };
const LINE: Odds = {
  terminal: 25,
  store: 38,
  'store × link': 4,
  carrier: 6,
  'carrier × region': 10,
  'link × region': 3,
  region: 4,
  merchant: 2,
  acquirer: 4,
};
const RELEASE: Odds = {
  app_version: 24,
  'model × app_version': 24,
  'app_version × acquirer': 7,
  'bin × app_version': 7,
  firmware_version: 15,
  param_version: 7,
  'param_version × acquirer': 3,
  'model × param_version': 3,
  'bin × param_version': 3,
  'bin × model': 5,
  'bin × firmware_version': 3,
  'app_version × firmware_version': 2,
  model: 3,
  terminal: 4,
};

const MISFIT: Odds = {
  'app_version × acquirer': 60,
  app_version: 14,
  'param_version × acquirer': 8,
  'model × acquirer': 8,
};

/**
 * Where faults of a pattern sit, as relative odds. Kinds not named share one part in twenty, or are not searched: see the
 * fleet engine's priors.ts.
 * Source: expert estimate.
 */
export const PATTERN_SCOPES: { readonly [P in PatternId]: Odds } = {
  chip: { ...PART, operator: 4, firmware_version: 3, app_version: 2, 'bin × app_version': 1, 'model × app_version': 2 },
  stripe: { ...PART, operator: 5, app_version: 2, 'model × app_version': 2, firmware_version: 3 },
  radio: { ...PART, card: 4, firmware_version: 4, app_version: 2, 'model × app_version': 2 },
  reader: { terminal: 80, firmware_version: 8, 'model × app_version': 5, app_version: 3 },
  tap_rules: {
    card: 25,
    bin: 15,
    'bin × param_version': 8,
    param_version: 10,
    terminal: 10,
    operator: 15,
    app_version: 10,
  },
  wrong_pin: { card: 60, operator: 8, terminal: 18, store: 3, bin: 4 },
  // A dialogue that hangs is the app's.
  pinpad: { terminal: 85, operator: 8, app_version: 3, 'model × app_version': 3 },
  removed_early: HABIT,
  insertion: HABIT,
  swiping: HABIT,
  stripe_refused: {
    operator: 35,
    store: 18,
    terminal: 14,
    acquirer: 9,
    region: 9,
    param_version: 5,
    merchant: 5,
    bin: 3,
  },
  stripe_declined: { bin: 38, acquirer: 20, region: 20, 'bin × acquirer': 5, merchant: 5, store: 4, param_version: 4 },
  wrong_method: { operator: 70, store: 12, terminal: 8 },
  cancelled: { operator: 72, terminal: 12, store: 8 },
  misread: HABIT,
  busy: { operator: 40, terminal: 45, store: 5, 'model × app_version': 4 },
  sign_in: { operator: 35, terminal: 42, store: 8, acquirer: 6 },
  link: LINE,
  // A host that closed an old TLS shuts out every terminal with the version that knows no newer one.
  link_settings: {
    terminal: 48,
    store: 30,
    param_version: 8,
    app_version: 6,
    'store × link': 4,
    'param_version × acquirer': 3,
    // A carrier whose way to the acquirer is gone, though its line is up.
    carrier: 2,
    'carrier × region': 2,
  },
  host: { acquirer: 78, 'acquirer × region': 8, merchant: 3, terminal: 4 },
  issuer: { bin: 85, 'bin × acquirer': 8 },
  format: {
    'app_version × acquirer': 45,
    app_version: 12,
    'param_version × acquirer': 8,
    'model × acquirer': 8,
    'bin × acquirer': 4,
    terminal: 12,
    store: 3,
  },
  format_chip: MISFIT,
  format_tap: MISFIT,
  format_scan: MISFIT,
  keys: { terminal: 75, acquirer: 6, 'app_version × acquirer': 6, store: 6, param_version: 4 },
  registration: { terminal: 80, store: 8, acquirer: 5 },
  // One lot of paper serves a whole store.
  print: { terminal: 86, store: 3, model: 2, firmware_version: 3, app_version: 2, 'model × app_version': 2 },
  power: { terminal: 85, store: 10 },
  frozen: { terminal: 60, store: 3, 'model × app_version': 12, app_version: 12, firmware_version: 6 },
  tamper: { terminal: 97 },
  application: RELEASE,
  // No card is read, so no issuer's range bounds it.
  scan: { app_version: 48, 'model × app_version': 40, 'app_version × acquirer': 5 },
  card_data: {
    ...RELEASE,
    app_version: 12,
    'bin × app_version': 18,
    param_version: 12,
    'bin × param_version': 14,
    bin: 10,
    card: 16,
    // The parameters of a shop's terminals are loaded together, or not.
    store: 2,
  },
  // An issuer that closed a range, or an acquirer that does not take it, declines all its cards.
  blocked: { card: 88, bin: 6, 'bin × acquirer': 4 },
  no_funds: { card: 100 },
};
