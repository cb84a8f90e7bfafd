import { t } from '../t.ts';
import type { DeviceRow } from './row.ts';

export const SQUARE_STAND: DeviceRow = {
  id: 'square-stand-2',
  name: t('Square Stand（第二代）', 'Square Stand, second generation'),
  models: ['squarestand'],
  lights: [
    {
      shows: t('白灯闪', 'White blinks'),
      means: t('可以挥卡；没闪先在应用里点收款', 'Ready for a tap; if it does not, press charge in the app first'),
    },
  ],
  cleaning: { allowed: [], forbidden: [] },
  forbids: [],
  source: 'https://squareup.com/help/gb/en/article/5112-square-stand-troubleshooting',
};
