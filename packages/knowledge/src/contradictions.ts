import type { Answer, Contradiction } from '@duka/model';
import type { QuestionId } from './observations/index.ts';
import { t } from './t.ts';

const is = (observation: QuestionId, ...values: readonly string[]): Answer => ({ observation, values });

/** Answers that cannot both be true: the guide reads `text` out and asks the second again. */
export const CONTRADICTIONS: readonly Contradiction[] = [
  {
    id: 'every-card-yet-other-works',
    between: [is('know.cards', 'every'), is('try.other_card', 'works')],
    text: t(
      '前面说每张卡都不行，可换的卡成功了。是只有这一张不行吗？',
      'You said that every card fails, yet another card worked. Is it this card alone?',
    ),
  },
];
