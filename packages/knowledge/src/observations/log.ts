import type { Observation, Text } from '@duka/model';
import type { Feature, FeatureId } from '../signature-features.ts';
import { FEATURES } from '../signature-features.ts';
import { EXPERT, t } from '../t.ts';
import { givenOf, shares } from './likelihood.ts';

const TITLE = {
  seat: t('日志：问题出在哪里', 'Log: where it sits'),
  onset: t('日志：怎样开始', 'Log: how it began'),
  change: t('日志：开始前有无变更', 'Log: what changed before it began'),
  version: t('日志：版本新旧', 'Log: how old the version is'),
  rate: t('日志：失败占多少', 'Log: how often it fails'),
  lasting: t('日志：持续多久', 'Log: how long it lasted'),
  signal: t('日志：信号强弱', 'Log: signal'),
  latency: t('日志：往返快慢', 'Log: round trip'),
  retry: t('日志：重试有没有用', 'Log: whether a retry helps'),
  amount: t('日志：失败交易的金额', 'Log: the amounts of the sales that failed'),
  swiped: t('日志：失败后改刷磁条的多不多', 'Log: how often a swipe follows'),
  chips: t('日志：刷的卡有没有芯片', 'Log: whether the swiped cards have a chip'),
  read: t('日志：卡读出来没有', 'Log: whether the card was read'),
  answered: t('日志：主机应答没有', 'Log: whether the host answered'),
  ended: t('日志：失败后有没有再试', 'Log: whether people tried again'),
  cards: t('日志：牵涉多少张卡', 'Log: how many cards'),
  hosts: t('日志：这个版本在几家收单机构失败', 'Log: at how many acquirers a version fails'),
  issuers: t('日志：牵涉多少家发卡行', 'Log: how many issuers'),
  rhythm: t('日志：失败的节奏', 'Log: rhythm of failures'),
  shift: t('日志：是否跟班次走', 'Log: whether it follows shifts'),
} as const satisfies Record<FeatureId, Text>;

/** What a log tells of a finding, in the form of the knowledge file. */
export const LOG_OBSERVATIONS: readonly Observation[] = (Object.keys(FEATURES) as FeatureId[]).map((id) => {
  const feature: Feature = FEATURES[id];
  return {
    id: `finding.${id}`,
    from: 'log',
    text: TITLE[id],
    cost: 0,
    values: feature.values,
    labels: feature.says,
    given: givenOf(feature.given, shares),
    otherwise: shares(feature.otherwise),
    source: EXPERT,
  };
});
