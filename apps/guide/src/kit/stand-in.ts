import { ACTIONS, CAUSES } from '@duka/knowledge';
import type { CauseId } from '@duka/model';
import type { Evidence, Kit, Question } from './kit.ts';

const t = (zh: string, en: string) => ({ zh, en });
const yesNo = { yes: t('是', 'Yes'), no: t('不是', 'No') };
const QUESTIONS: Record<string, Question & { given: Partial<Record<CauseId, number[]>> }> = {
  'counter.works': {
    id: 'counter.works',
    text: t('哪种方式还能用？', 'Which way still works?'),
    hint: t('用同一张卡试。', 'Try with the same card.'),
    drawing: 'ways',
    values: ['tap', 'insert', 'swipe', 'nothing'],
    labels: {
      tap: t('只有挥卡能用', 'Tapping'),
      insert: t('只有插卡能用', 'Inserting'),
      swipe: t('只有刷卡能用', 'Swiping'),
      nothing: t('都不行', 'Nothing'),
    },
    given: {
      'hardware.chip_contacts_dirty': [0.6, 0.05, 0.3, 0.05],
      'hardware.magstripe_head_dirty': [0.3, 0.6, 0.05, 0.05],
      'network.down': [0.05, 0.05, 0.05, 0.85],
    },
  },
  'counter.other_card': {
    id: 'counter.other_card',
    text: t('换一张卡，能读吗？', 'Does another card work?'),
    values: ['yes', 'no'],
    labels: yesNo,
    given: { 'card.chip_damaged': [0.95, 0.05], 'card.stripe_damaged': [0.95, 0.05], 'network.down': [0.02, 0.98] },
  },
  'counter.yesterday': {
    id: 'counter.yesterday',
    text: t('昨天这台还正常吗？', 'Did it work yesterday?'),
    values: ['yes', 'no'],
    labels: yesNo,
    given: { 'network.down': [0.9, 0.1] },
  },
};

function posterior({ answers, failed, finding }: Evidence) {
  const weights = Object.values(CAUSES).map((cause) => {
    let weight = finding.find((one) => one.cause === cause.id)?.probability ?? cause.prior.weight;
    for (const [id, value] of Object.entries(answers)) {
      const question = QUESTIONS[id];
      if (question && value !== null)
        weight *= question.given[cause.id]?.[question.values.indexOf(value)] ?? 1 / question.values.length;
    }
    for (const id of failed) weight *= 1 - (ACTIONS[id]?.fixes[cause.id] ?? 0);
    return { cause: cause.id, probability: weight };
  });
  const sum = weights.reduce((total, one) => total + one.probability, 0);
  return weights
    .map(({ cause, probability }) => ({ cause, probability: probability / sum }))
    .sort((a, b) => b.probability - a.probability);
}

export const KIT: Kit = {
  question: (id) => QUESTIONS[id],
  step: (id) => ACTIONS[id],
  cause: (id) => CAUSES[id],
  clashes: [
    {
      id: 'works-nothing',
      between: [
        { observation: 'counter.works', values: ['nothing'] },
        { observation: 'counter.other_card', values: ['yes'] },
      ],
      text: t('一处说都不行，一处说换卡能读。', 'Nothing works, and yet another card is read.'),
    },
  ],
  plan(evidence) {
    const causes = posterior(evidence);
    const ask = Object.keys(QUESTIONS).find((id) => !(id in evidence.answers));
    const out = new Set([...evidence.failed, ...evidence.skipped]);
    const gone = Object.values(ACTIONS)
      .filter(({ id, by }) => !out.has(id) && (by === 'cashier' || by === 'manager'))
      .map((action) => ({
        id: action.id,
        value:
          causes.reduce((sum, { cause, probability }) => sum + probability * (action.fixes[cause] ?? 0), 0) /
          (1 + action.minutes),
      }))
      .sort((a, b) => b.value - a.value)[0];
    const next =
      ask !== undefined
        ? ({ kind: 'ask', id: ask } as const)
        : gone && gone.value > 0.02
          ? ({ kind: 'do', id: gone.id } as const)
          : ({ kind: 'call', id: 'call.service' } as const);
    return { next, causes, expectedCost: 5 };
  },
  chances: (_, question) => QUESTIONS[question]?.values.map(() => 1) ?? [],
};
