import type { Alarm, Text } from '@duka/model';
import type { ActionId } from './actions/index.ts';
import type { QuestionId } from './observations/counter.ts';
import { t } from './t.ts';

const alarm = (
  id: string,
  observation: QuestionId,
  values: readonly string[],
  action: ActionId,
  text: Text,
): Alarm => ({ id, when: { observation, values }, action, text });

/** Where waiting for more evidence would be wrong: safety and card data come before the cheapest step. */
export const ALARMS: readonly Alarm[] = [
  alarm(
    'tamper-lock',
    'see.message',
    ['locked'],
    'tamper.stop_and_seal',
    t('防拆锁触发了：马上停用，任何人不得打开。', 'The tamper lock has fired: stop using it at once; nobody opens it.'),
  ),
  alarm(
    'seal-or-skimmer',
    'see.seal',
    ['broken', 'added'],
    'tamper.stop_and_seal',
    t(
      '可能被人动过手脚：马上停用，不要碰多出来的东西。',
      'Somebody may have tampered with it: stop using it at once, and leave alone what was added.',
    ),
  ),
  alarm(
    'wet',
    'know.accident',
    ['wet'],
    'terminal.keep_off',
    t('进过水：先关机断电，不要充电。', 'It got wet: switch it off and unplug it first; do not charge it.'),
  ),
  alarm(
    'staff-fallback',
    'know.holder_insists',
    ['staff'],
    'fraud.stop_fallback',
    t('故意改刷磁条可能是盗刷：马上报店长。', 'Swiping on purpose may be fraud: tell the manager at once.'),
  ),
];
