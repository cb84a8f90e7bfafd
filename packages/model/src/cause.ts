/** The causes that Duka can name, by domain. The id of a cause is `domain.name`. */
export const CAUSE_NAMES = {
  hardware: [
    'magstripe_head_worn',
    'magstripe_head_dirty',
    'chip_contacts_dirty',
    'chip_contacts_worn',
    'contactless_antenna',
    'reader_module',
    'pinpad',
    'printer_head_worn',
    'printer_paper',
    'power',
    'tamper_lock',
  ],
  software: [
    'app_defect',
    'app_outdated',
    'host_incompatible',
    'parameters_outdated',
    'keys_out_of_sync',
    'reader_firmware',
    'frozen',
  ],
  network: ['down', 'unstable', 'slow', 'misconfigured', 'signal_weak', 'acquirer_host_down', 'issuer_unreachable'],
  operation: [
    'wrong_pin',
    'wrong_method',
    'swipe_technique',
    'insert_technique',
    'removed_early',
    'indicator_misread',
    'not_signed_in',
    'cancel_forgotten',
  ],
  card: ['stripe_damaged', 'chip_damaged', 'unsupported', 'blocked_or_expired'],
  policy: ['magstripe_closed'],
  fraud: ['deliberate_fallback'],
  unknown: ['other'],
} as const;

export type CauseDomain = keyof typeof CAUSE_NAMES;
export type CauseId = { [D in CauseDomain]: `${D}.${(typeof CAUSE_NAMES)[D][number]}` }[CauseDomain];

export const CAUSE_DOMAINS = Object.keys(CAUSE_NAMES) as readonly CauseDomain[];
export const CAUSE_IDS = CAUSE_DOMAINS.flatMap((domain) =>
  CAUSE_NAMES[domain].map((name) => `${domain}.${name}`),
) as readonly CauseId[];
