import { t } from '../t.ts';
import type { DeviceRow } from './row.ts';

const UNKNOWN_CLEANING = { allowed: [], forbidden: [] } as const;

export const CHIPPER_2X: DeviceRow = {
  id: 'bbpos-chipper-2x',
  name: t('BBPOS Chipper 2X BT 读卡器', 'BBPOS Chipper 2X BT'),
  models: ['chipper2x', 'chipper'],
  lights: [
    { shows: t('不亮', 'None'), means: t('已关机', 'Off') },
    { shows: t('蓝灯每秒闪', 'Blue blinks every second'), means: t('已开机，等待连接', 'On, ready to connect') },
    { shows: t('蓝灯常亮', 'Steady blue'), means: t('已连接', 'Connected') },
    { shows: t('蓝灯每五秒闪', 'Blue blinks every five seconds'), means: t('待机', 'Standby') },
    { shows: t('红灯闪', 'Red blinks'), means: t('电量低', 'Battery low') },
    { shows: t('红和品红交替', 'Red and magenta in turn'), means: t('正在充电', 'Charging') },
    {
      shows: t('蓝橙快闪', 'Blue and orange blink fast'),
      means: t('升级刚完成；没反应就重启读卡器', 'An update has just ended; restart the reader if it does not respond'),
    },
  ],
  cleaning: UNKNOWN_CLEANING,
  forbids: [],
  source: 'https://docs.stripe.com/terminal/readers/bbpos-chipper2xbt',
};

export const STRIPE_M2: DeviceRow = {
  id: 'stripe-m2',
  name: t('Stripe M2 读卡器', 'Stripe Reader M2'),
  models: ['stripem2'],
  lights: [
    {
      shows: t('灯来回扫', 'The lights run back and forth'),
      means: t('已开机，等待蓝牙或USB连接', 'On, waiting for Bluetooth or USB'),
    },
    { shows: t('闪三下', 'Three flashes'), means: t('已连接', 'Connected') },
    {
      shows: t('快闪三十秒（每秒十次）', 'Fast flashes for 30 seconds, ten a second'),
      means: t('防拆已触发：停用', 'Tampered: stop using it'),
    },
  ],
  cleaning: UNKNOWN_CLEANING,
  forbids: [],
  source: 'https://docs.stripe.com/terminal/readers/stripe-m2',
};
