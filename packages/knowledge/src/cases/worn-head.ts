import type { Case } from '@duka/model';
import { t } from '../t.ts';

export const WORN_HEAD: Case = {
  id: 'supermarket-worn-head',
  title: t('超市：磁头轻微磨损，刷卡时好时坏', 'Supermarket: a slightly worn head, swipes on and off'),
  setting: t('一家超市的收银台。', 'A checkout of a supermarket.'),
  story: t(
    '一台终端刷卡时成时败，顾客常要刷好几次。检查发现磁头轻微磨损，更换磁头后恢复正常。',
    'One terminal read swiped cards on and off, and customers often had to swipe again. The head was found slightly worn; a new head cured it.',
  ),
  evidence: [
    t('刷卡失败断断续续，不是每次都失败。', 'Swipes failed on and off, not always.'),
    t('检查硬件时看到磁头轻微磨损。', 'The inspection showed slight wear of the magnetic head.'),
  ],
  cause: 'hardware.magstripe_head_worn',
  remedy: t('更换磁头。', 'The magnetic head was replaced.'),
  outcome: t('换后读卡正常，问题解决。', 'Reads were normal afterwards: solved.'),
  lesson: t(
    '时好时坏也是磨损：趁轻微就查，别等全坏。',
    'On and off is wear too: look while it is slight, do not wait until it is dead.',
  ),
  interfaces: ['magstripe'],
  keywords: [
    '超市',
    '收银台',
    '磁头',
    '磨损',
    '刷卡',
    '时好时坏',
    '更换',
    'supermarket',
    'head',
    'wear',
    'swipe',
    'intermittent',
  ],
  source: 'field report (undated)',
};
