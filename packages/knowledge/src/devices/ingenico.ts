import { t } from '../t.ts';
import type { DeviceRow } from './row.ts';

export const INGENICO: DeviceRow = {
  id: 'ingenico',
  name: t('Ingenico 终端和移动读卡器', 'Ingenico terminals and mobile readers'),
  models: [
    'ingenico',
    'ict2',
    'iwl2',
    'move2500',
    'move3500',
    'move5000',
    'desk3500',
    'desk5000',
    'lane3000',
    'lane5000',
  ],
  lights: [],
  cleaning: {
    allowed: [
      t('软布蘸少许肥皂水、拧干，擦外壳。', 'A soft cloth with very little soapy water, for the outside.'),
      t('含酒精的湿巾：异丙醇低于20%才行。', 'Wipes with alcohol: only below 20 % isopropyl.'),
    ],
    forbidden: [
      t('不得往插卡口里放任何东西。', 'Put nothing into the slot of the chip reader.'),
      t('不得擦电气触点。', 'Do not clean electrical contacts.'),
      t('不得向终端喷、倒任何液体。', 'Spray or pour nothing onto it.'),
      t('屏幕不得用高浓度酒精。', 'No strong alcohol on the display.'),
    ],
  },
  forbids: ['clean.contacts'],
  source: 'https://www.ingenico.us/cleaning-instructions-for-ingenico-payment-terminals',
};
