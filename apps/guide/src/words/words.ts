import type { Text } from '@duka/model';
import type { Outcome } from '../course/course.ts';

export const t = (zh: string, en: string): Text => ({ zh, en });
const COUNT = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九'];
const NUMBER = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** What the guide itself says; what it says of causes, questions and steps is in packages/knowledge. */
export const WORDS = {
  title: t('读卡失败？一步步来', 'Card not read? Step by step'),
  brand: t('读卡失败？', 'Card not read?'),
  language: t('English', '中文'),
  menu: t('更多', 'More'),
  close: t('关闭', 'Close'),
  back: t('上一步', 'Back'),
  restart: t('从头开始', 'Start again'),
  call_now: t('不查了，找人处理', 'Stop here and get help'),
  dont_know: t('不清楚', "Don't know"),
  causes: t('可能的原因', 'Likely causes'),
  causes_intro: t('按目前的回答，最可能是：', 'From the answers so far, most likely:'),
  reads_now: t('做完了，现在能读卡吗？', 'Done? Does it read now?'),
  reads_yes: t('能读了', 'Yes, it reads'),
  reads_no: t('还是不行', 'Still not'),
  done_call: t('已照做，找人处理', 'Done, get help'),
  cannot_do: t('这一步做不了', 'I cannot do this'),
  clash_title: t('有两个回答对不上', 'Two answers do not fit'),
  clash_intro: t('哪一个要改？', 'Which one do you want to change?'),
  your_answer: t('你答的是：', 'You said: '),
  link_broken: t('这个链接不完整，打不开。请对方重新发。', 'The link is incomplete. Ask for it to be sent again.'),
  kept_broken: t('上次没做完的记录已损坏，已清除。', 'What was left unfinished was damaged and has been removed.'),
  learned_broken: t('以前学到的已损坏，已清除。', 'What had been learned was damaged and has been removed.'),
  resumed: t('接着上次没做完的。', 'Going on where it was left.'),
  finding: t(
    '后台已发现这台终端有异常，已算在内。',
    'The log already shows trouble with this terminal; it is taken into account.',
  ),
  terminal: t('终端', 'Terminal'),
  lessons: t('教我怎么做', 'Show me how'),
} as const satisfies Record<string, Text>;

/** "About two more questions": an estimate, and said as one. Nothing where there is none. */
export function aboutMore(questions: number): Text | null {
  if (questions <= 0) return null;
  const few = COUNT[questions] ?? String(questions);
  if (questions === 1) return t('大约还有一问', 'about one more question');
  return t(`大约还有${few}问`, `about ${NUMBER[questions] ?? questions} more questions`);
}

export const aboutMinutes = (minutes: number): Text => t(`约 ${minutes} 分钟`, `about ${minutes} min`);

export const OUTCOME_WORDS = {
  helped: t('有效', 'helped'),
  failed: t('没用', 'did not help'),
  skipped: t('没做', 'not done'),
  done: t('已照做', 'done'),
} as const satisfies Record<Outcome, Text>;
