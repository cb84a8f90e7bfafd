import { t } from '../t.ts';
import type { DeviceRow } from './row.ts';

export const VERIFONE: DeviceRow = {
  id: 'verifone',
  name: t('Verifone 终端', 'Verifone terminals'),
  models: ['verifone', 'vx520', 'vx675', 'vx680', 'vx690', 'vx820', 'p400', 'v400', 'e285', 'm400', 't650'],
  lights: [
    {
      shows: t(
        '底座三灯同时亮，绿灯闪约十秒后常亮',
        'Base: all three on; green blinks for about ten seconds, then stays',
      ),
      means: t('正在开机', 'Powering on'),
    },
    { shows: t('底座蓝灯慢闪', 'Base: blue blinks slowly'), means: t('可被搜索', 'Can be discovered') },
    { shows: t('底座蓝灯快闪', 'Base: blue blinks fast'), means: t('正在配对', 'Pairing') },
    { shows: t('底座蓝灯常亮', 'Base: blue stays on'), means: t('已连接', 'Connected') },
  ],
  cleaning: {
    allowed: [
      t(
        '微湿的超细纤维布加温和清洁剂，擦外壳。',
        'A slightly damp microfibre cloth with a mild cleaner, for the outside.',
      ),
      t('消毒：酒精喷在布上再擦。', 'To disinfect: alcohol on a cloth, then wipe.'),
    ],
    forbidden: [
      t('不得直接喷液体；终端不耐水。', 'Spray nothing on it: it does not stand liquid.'),
      t('不得用漂白剂、稀释剂、三氯乙烯、酮类溶剂。', 'No bleach, thinner, trichloroethylene or ketones.'),
      t(
        '不得用力按、猛擦：防拆可能触发，终端锁死。',
        'Do not press or rub hard: the tamper lock may fire and lock it.',
      ),
    ],
  },
  forbids: [],
  source:
    'https://www.verifone.com/nb/no/insight/hvordan-rengjore-terminalen; base lights of the VX 690: https://docs.adyen.com/point-of-sale/user-manuals/terminal-deprecation/vx690-user-manual/connect-a-vx690-to-a-base-station-with-bluetooth/understand-the-bluetooth-base-station-led-colors/',
};
