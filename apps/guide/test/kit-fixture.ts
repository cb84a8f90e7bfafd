import type { CauseProbability } from '@duka/model';
import type { Evidence, Kit } from '../src/kit/kit.ts';

type Question = NonNullable<ReturnType<Kit['question']>>;

const t = (zh: string, en: string) => ({ zh, en });
const question = (id: string, values: readonly string[]): Question => ({
  id,
  text: t(`问${id}`, `ask ${id}`),
  values,
  labels: Object.fromEntries(values.map((value) => [value, t(`答${value}`, value)])),
});

const QUESTIONS = [
  question('tap', ['works', 'fails']),
  question('all', ['some', 'nothing']),
  question('light', ['on', 'off']),
];
const STEPS = ['wipe', 'restart'];
const CAUSES: readonly CauseProbability[] = [
  { cause: 'hardware.chip_contacts_dirty', probability: 0.7 },
  { cause: 'software.frozen', probability: 0.2 },
];

/** Asks each question in turn, does each step in turn, then calls. A finding makes it ask for the light first. */
export const TOY: Kit = {
  question: (id) => QUESTIONS.find((one) => one.id === id),
  step: (id) =>
    STEPS.includes(id) ? { id, text: t(`做${id}`, `do ${id}`), by: 'cashier', minutes: 1, forbidden: [] } : undefined,
  cause: (id) => ({ name: t(`因${id}`, id), what: t('是', 'is'), prevention: t('防', 'prevent') }),
  clashes: [
    {
      id: 'nothing-but-tap',
      between: [
        { observation: 'tap', values: ['works'] },
        { observation: 'all', values: ['nothing'] },
      ],
      text: t('对不上', 'they do not fit'),
    },
  ],
  alarms: [
    {
      id: 'smoke',
      when: { observation: 'light', values: ['off'] },
      action: 'restart',
      text: t('先断电', 'switch it off'),
    },
  ],
  device: () => null,
  speaks: async () => {},
  whole: async () => {},
  why: async () => [],
  cured: () => CAUSES,
  learn: async (kept, _, helped) => `${kept ?? ''}${helped} `,
  plan({ finding, answers, failed, skipped, handsOnly }: Evidence) {
    const order = finding.length > 0 ? [...QUESTIONS].reverse() : QUESTIONS;
    const ask = handsOnly ? undefined : order.find(({ id }) => !(id in answers));
    const step = STEPS.find((id) => !failed.includes(id) && !skipped.includes(id));
    const next = ask
      ? ({ kind: 'ask', id: ask.id } as const)
      : step !== undefined
        ? ({ kind: 'do', id: step } as const)
        : ({ kind: 'call', id: 'call.service' } as const);
    return { next, causes: CAUSES };
  },
  chances: (_, id) => QUESTIONS.find((one) => one.id === id)?.values.map((_, i) => (i === 0 ? 0.9 : 0.1)) ?? [],
};
