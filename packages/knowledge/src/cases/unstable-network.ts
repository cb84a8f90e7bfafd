import type { Case } from '@duka/model';
import { t } from '../t.ts';

export const UNSTABLE_NETWORK: Case = {
  id: 'hotel-unstable-network',
  title: t('酒店：网络不稳，读卡反复失败', 'Hotel: an unstable network, reads fail again and again'),
  setting: t('一家酒店。', 'A hotel.'),
  story: t(
    '终端反复提示读卡失败。查下来读卡没问题，是店内网络不稳，交易送不出去。升级网络设备并调好参数后恢复正常。',
    "The terminal said again and again that the read had failed. Reading was fine: the hotel's network was unstable and transactions did not get out. The network equipment was upgraded and tuned, and it was cured.",
  ),
  evidence: [
    t('失败反复出现。', 'The failures came back again and again.'),
    t('检查发现网络连接不稳。', 'The network connection was found to be unstable.'),
  ],
  cause: 'network.unstable',
  remedy: t('升级网络设备，优化参数。', 'The network equipment was upgraded and its parameters tuned.'),
  outcome: t('交易恢复正常，问题解决。', 'Transactions were normal afterwards: solved.'),
  lesson: t(
    '屏幕说“读卡失败”，不等于读卡器坏：先看卡在哪一步。',
    'A screen that says "card read failed" does not mean a broken reader: see at which step it stops first.',
  ),
  interfaces: ['chip', 'contactless', 'magstripe'],
  keywords: [
    '酒店',
    '宾馆',
    '前台',
    '网络',
    '不稳',
    '断网',
    '超时',
    '升级',
    '参数',
    'hotel',
    'network',
    'unstable',
    'upgrade',
  ],
  source: 'field report (undated)',
};
