import type { Text } from '../../text.ts';

/** What a swipe can suffer from, as far as the signal of the head tells. */
export const SWIPE_CAUSES = {
  fine: { zh: '正常', en: 'nothing wrong' },
  head_worn: { zh: '磁头磨损', en: 'worn head' },
  head_dirty: { zh: '磁头脏污', en: 'dirty head' },
  stripe_damaged: { zh: '磁条损坏', en: 'damaged stripe' },
  too_fast: { zh: '刷得太快', en: 'swiped too fast' },
  uneven: { zh: '刷得忽快忽慢', en: 'swiped unevenly' },
  stopped: { zh: '中途停顿', en: 'stopped on the way' },
  tilted: { zh: '卡歪了或抬起', en: 'card tilted or lifted' },
} as const satisfies Record<string, Text>;

export type SwipeCause = keyof typeof SWIPE_CAUSES;
export const SWIPE_CAUSE_IDS = Object.keys(SWIPE_CAUSES) as readonly SwipeCause[];
