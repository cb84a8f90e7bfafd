import type { Action } from '@duka/model';
import { EXPERT } from '../t.ts';
import { CLEANING_ACTIONS } from './cleaning.ts';
import { NETWORK_ACTIONS } from './network.ts';
import { PART_ACTIONS } from './parts.ts';
import { PEOPLE_ACTIONS } from './people.ts';
import { PRESENTING_ACTIONS } from './presenting.ts';
import type { ActionTable } from './row.ts';
import { SERVICE_ACTIONS } from './service.ts';
import { SOFTWARE_ACTIONS } from './software.ts';
import { TERMINAL_ACTIONS } from './terminal.ts';

const ROWS = {
  ...PRESENTING_ACTIONS,
  ...CLEANING_ACTIONS,
  ...TERMINAL_ACTIONS,
  ...NETWORK_ACTIONS,
  ...SOFTWARE_ACTIONS,
  ...PEOPLE_ACTIONS,
  ...PART_ACTIONS,
  ...SERVICE_ACTIONS,
} as const satisfies ActionTable;

export type ActionId = keyof typeof ROWS;

export const ACTIONS: Readonly<Record<string, Action>> = Object.fromEntries(
  Object.entries<ActionTable[string]>(ROWS).map(([id, row]) => [id, { id, source: EXPERT, ...row }]),
);
