import type { Clue } from '@duka/diagnosis';
import type { FleetFinding } from '@duka/fleet';
import { REASON_TEXT } from '@duka/knowledge';
import type { Feature, FeatureId } from '@duka/knowledge/signatures';
import { FEATURES } from '@duka/knowledge/signatures';
import type { CauseId, Evidence, Text } from '@duka/model';
import { CAUSE_IDS } from '@duka/model';

/**
 * The reasons of many failures are not that many independent witnesses: the mix of a cause differs from place to place. They
 * count as at most about this many (Dirichlet–multinomial with this concentration). Why 8: docs/decisions/0019.
 */
const MIX_CONCENTRATION = 8;

/**
 * How far attempts got tells their reasons apart as well (card-known.ts and reply-known.ts of the engine), so that here it is hardly a witness
 * of its own: as the power of its likelihoods. Why a half: docs/decisions/0019.
 */
const SAID_ALREADY: { readonly [F in FeatureId]?: number } = { read: 0.5, answered: 0.5 };

/** A finding's evidence as the diagnosis weighs it: the mix of reasons, and each feature. */
export function cluesOf(found: FleetFinding): readonly Clue[] {
  const temper = MIX_CONCENTRATION / (MIX_CONCENTRATION + found.excess);
  const mix: Clue = {
    id: 'reasons',
    logLikelihood: byCause((cause) => temper * mixOf(cause, found)),
  };
  const features = observedFeatures(found).map(({ id, feature, index }) => ({
    id,
    logLikelihood: byCause((cause) => {
      const row = feature.given[cause] ?? feature.otherwise;
      const sum = row.reduce((a, b) => a + b, 0);
      return (SAID_ALREADY[id] ?? 1) * Math.log(row[index]! / sum);
    }),
  }));
  return [mix, ...features];
}

/**
 * Software can look like a fault of the part that it drives: what it does to reads is less fixed than what wear does. That it
 * looks just like this one is less likely than that the part itself does; natural logarithm.
 */
const MIMICRY = 2.5;
const MIMICS: { readonly [C in CauseId]?: readonly CauseId[] } = {
  'software.app_defect': [
    'software.frozen',
    'software.reader_firmware',
    'hardware.reader_module',
    'hardware.chip_contacts_dirty',
    'hardware.contactless_antenna',
    'hardware.magstripe_head_dirty',
    'hardware.printer_head_worn',
  ],
  'software.reader_firmware': [
    'hardware.reader_module',
    'hardware.chip_contacts_dirty',
    'hardware.contactless_antenna',
    'hardware.magstripe_head_dirty',
  ],
};

function mixOf(cause: CauseId, { likelihoods }: FleetFinding): number {
  const alike = (MIMICS[cause] ?? []).map((other) => likelihoods[other] - MIMICRY);
  return Math.max(likelihoods[cause], ...alike);
}

/** The same evidence in words, with its weight for the first cause; what is not known is not evidence. */
export function evidenceOf(found: FleetFinding, weights: ReadonlyMap<string, number>): readonly Evidence[] {
  const said = observedFeatures(found)
    .filter(({ value }) => value !== 'unknown')
    .map(({ id, feature, value }) => ({ text: feature.says[value]!, weight: weights.get(id) ?? 0 }));
  const reasons = reasonsText(found);
  return reasons ? [{ text: reasons, weight: weights.get('reasons') ?? 0 }, ...said] : said;
}

function observedFeatures(found: FleetFinding) {
  return (Object.keys(FEATURES) as FeatureId[]).flatMap((id) => {
    const feature: Feature = FEATURES[id];
    const value = found.features[id];
    return value === undefined ? [] : [{ id, feature, value, index: feature.values.indexOf(value) }];
  });
}

function reasonsText(found: FleetFinding): Text | null {
  const shown = found.reasons.slice(0, 4);
  if (shown.length === 0) {
    return {
      zh: '日志里没有失败原因，只能从哪里失败、何时失败来判断',
      en: 'the log gives no reasons: only where and when it fails can speak',
    };
  }
  const list = (lang: 'zh' | 'en') => shown.map(({ reason, count }) => `${REASON_TEXT[reason][lang]} ${count}`);
  return {
    zh: `失败原因：${list('zh').join('、')}`,
    en: `reasons given: ${list('en').join(', ')}`,
  };
}

function byCause(of: (cause: CauseId) => number): Clue['logLikelihood'] {
  return Object.fromEntries(CAUSE_IDS.map((cause) => [cause, of(cause)])) as Clue['logLikelihood'];
}
