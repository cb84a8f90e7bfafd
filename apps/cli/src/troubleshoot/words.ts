import type { Text } from '@duka/model';
import { alike } from '@duka/model';

export const WORDS = {
  dontKnow: { zh: '不知道', en: "I don't know" },
  works: { zh: '好了', en: 'It works now' },
  failed: { zh: '还是不行', en: 'Still not working' },
  skipped: { zh: '没法做，换一个', en: 'Cannot be done here' },
  did: { zh: '做完了吗？现在能读卡了吗？', en: 'Done? Does it read cards now?' },
  minutes: { zh: '约 {} 分钟', en: 'about {} min' },
  causes: { zh: '可能的原因：', en: 'Likely: ' },
  keys: { zh: '↑↓ 选择，回车确定，b 上一步，q 退出', en: '↑↓ to choose, Enter to confirm, b back, q quit' },
  numbers: { zh: '输入编号；b 上一步，q 退出', en: 'type a number; b back, q quit' },
  contradiction: {
    zh: '这样回答，没有一个原因说得通。',
    en: 'No cause allows these answers together.',
  },
  again: { zh: '请重新回答上一个问题。', en: 'Please answer the last question again.' },
  fixed: { zh: '太好了，问题解决了。', en: 'Good: the trouble is gone.' },
  call: { zh: '请报修，并把下面这些告诉维修人员：', en: 'Call service, and hand over what follows:' },
  seen: { zh: '看到的', en: 'seen' },
  tried: { zh: '做过但没用', en: 'tried without success' },
  notDone: { zh: '没法做', en: 'could not be done' },
  nothing: { zh: '（无）', en: '(nothing)' },
} as const satisfies Record<string, Text>;

/** Words of the knowledge, or its id where it has none. */
export const wordsOf = (text: Text | null | undefined, id: string): Text => text ?? alike(id);
