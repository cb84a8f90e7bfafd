import type { Case } from '@duka/model';
import { UNSTABLE_NETWORK } from './unstable-network.ts';
import { WORN_HEAD } from './worn-head.ts';
import { WRONG_PIN } from './wrong-pin.ts';

export const CASES: readonly Case[] = [WORN_HEAD, UNSTABLE_NETWORK, WRONG_PIN];
