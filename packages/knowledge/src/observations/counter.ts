import type { Observation } from '@duka/model';
import { CARD_QUESTIONS } from './card.ts';
import { LIGHT_QUESTIONS } from './lights.ts';
import { NETWORK_QUESTIONS } from './network.ts';
import { PAYING_QUESTIONS } from './paying.ts';
import { PIN_QUESTIONS } from './pin.ts';
import { PRESENTING_QUESTIONS } from './presenting.ts';
import { PRINTING_QUESTIONS } from './printing.ts';
import { questions } from './row.ts';
import { SCREEN_QUESTIONS } from './screen.ts';
import { SHOP_QUESTIONS } from './shop.ts';
import { TERMINAL_QUESTIONS } from './terminal.ts';
import { TIME_QUESTIONS } from './time.ts';

/** The questions for people at the counter: `see.` looks, `know.` remembers or asks, `try.` does something for a minute. */
const COUNTER = {
  ...SCREEN_QUESTIONS,
  ...PRESENTING_QUESTIONS,
  ...CARD_QUESTIONS,
  ...TIME_QUESTIONS,
  ...SHOP_QUESTIONS,
  ...LIGHT_QUESTIONS,
  ...NETWORK_QUESTIONS,
  ...PIN_QUESTIONS,
  ...PAYING_QUESTIONS,
  ...PRINTING_QUESTIONS,
  ...TERMINAL_QUESTIONS,
} as const;

export type QuestionId = keyof typeof COUNTER;

export const COUNTER_OBSERVATIONS: readonly Observation[] = questions('counter', COUNTER);
