import type { Lang, Text } from '@duka/model';
import type { Outcome } from '../course/course.ts';

const t = (zh: string, en: string): Text => ({ zh, en });
const COUNT = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九'];
const NUMBER = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** What the guide itself says; what it says of causes, questions and steps is in packages/knowledge. */
export const WORDS = {
  title: t('读卡失败？一步步来', 'Card not read? Step by step'),
  brand: t('读卡失败？', 'Card not read?'),
  skip_to_answers: t('跳到回答', 'Skip to the answers'),
  language: t('English', '中文'),
  menu: t('更多', 'More'),
  close: t('关闭', 'Close'),
  back: t('上一步', 'Back'),
  restart: t('从头开始', 'Start again'),
  call_now: t('不查了，找人处理', 'Stop here and get help'),
  dont_know: t('不清楚', "Don't know"),
  causes: t('可能的原因', 'Likely causes'),
  causes_intro: t('按目前的回答，最可能是：', 'From the answers so far, most likely:'),
  speaks_for: t('支持：', 'For: '),
  speaks_against: t('不支持：', 'Against: '),
  did_not_help: t('没用', 'did not help'),
  reads_now: t('做完了，现在能读卡吗？', 'Done? Does it read now?'),
  reads_yes: t('能读了', 'Yes, it reads'),
  reads_no: t('还是不行', 'Still not'),
  done_call: t('已照做，找人处理', 'Done, get help'),
  cannot_do: t('这一步做不了', 'I cannot do this'),
  clash_title: t('有两个回答对不上', 'Two answers do not fit'),
  clash_intro: t('哪一个要改？', 'Which one do you want to change?'),
  your_answer: t('你答的是：', 'You said: '),
  fixed_title: t('好了，能读卡了', 'Fixed: it reads again'),
  fixed_by: t('起作用的是', 'What helped'),
  fixed_cause: t('多半是', 'It was most likely'),
  prevention: t('怎样少出这种事', 'So that it does not come back'),
  not_fixed: t('其实还不行', 'It does not read after all'),
  finish: t('完成', 'Finish'),
  call_title: t('这台需要找人处理', 'This one needs help'),
  try_more: t('先试别的办法', 'Try something else first'),
  call_intro: t('把下面的情况转给技术员，不用再从头问。', 'Send this on: nobody has to ask again.'),
  copy: t('复制文字，粘贴到微信', 'Copy the text for WeChat'),
  copied: t('已复制', 'Copied'),
  share: t('发送', 'Share'),
  scan: t('技术员扫这里', 'The technician scans this'),
  qr_title: t('这次情况的二维码', 'QR code of this report'),
  no_card_number: t('不要发卡号和卡的照片。', 'Never send card numbers or pictures of the card.'),
  said: t('已回答', 'Answers'),
  tried: t('已试过', 'Tried'),
  nothing_yet: t('还没有', 'Nothing yet'),
  report_title: t('柜台交来的情况', 'Report from the counter'),
  report_new: t('开始新的一次', 'Start a new one'),
  link_broken: t('这个链接不完整，打不开。请对方重新发。', 'The link is incomplete. Ask for it to be sent again.'),
  kept_broken: t('上次没做完的记录已损坏，已清除。', 'What was left unfinished was damaged and has been removed.'),
  learned_broken: t('以前学到的已损坏，已清除。', 'What had been learned was damaged and has been removed.'),
  resumed: t('接着上次没做完的。', 'Going on where it was left.'),
  updated: t('指南有更新，下次打开时生效。', 'The guide has an update for the next time.'),
  offline_ready: t('已可离线使用', 'Works offline now'),
  finding: t(
    '后台已发现这台终端有异常，已算在内。',
    'The log already shows trouble with this terminal; it is taken into account.',
  ),
  forbidden: t('不要', 'Never'),
  terminal: t('终端', 'Terminal'),
  model: t('型号', 'Model'),
  lessons: t('教我怎么做', 'Show me how'),
  lessons_intro: t('每课一两分钟，最后五道题。', 'A minute or two each, then five questions.'),
  next: t('下一页', 'Next'),
  previous: t('返回', 'Back'),
  go_on: t('继续', 'Go on'),
  start_check: t('开始五道题', 'Five questions'),
  right: t('对', 'Right'),
  wrong: t('不对', 'Not so'),
  passed: t('全对，学会了', 'All right: learned'),
  again: t('再学一遍', 'Once more'),
  to_course: t('回到排查', 'Back to the trouble'),
  start: t('开始排查', 'Find out why'),
  sent: t('情况已发给后台。', 'The report has been sent.'),
  queued: t('有网时会自动发给后台。', 'It will be sent when there is a network.'),
  broken: t('出了点问题，请从头开始。', 'Something went wrong. Please start again.'),
} as const satisfies Record<string, Text>;

/** "About two more questions": an estimate, and said as one. Nothing where there is none. */
export function aboutMore(questions: number): Text | null {
  if (questions <= 0) return null;
  const few = COUNT[questions] ?? String(questions);
  if (questions === 1) return t('大约还有一问', 'about one more question');
  return t(`大约还有${few}问`, `about ${NUMBER[questions] ?? questions} more questions`);
}

export const forWhom = (actor: Text): Text => t(`请${actor.zh}处理`, `This is for the ${actor.en}`);

export const aboutMinutes = (minutes: number): Text => t(`约 ${minutes} 分钟`, `about ${minutes} min`);

/** A probability in plain words. The bounds are those at which people use such words (Kent 1964, rounded). */
export function howLikely(probability: number): Text {
  if (probability >= 0.9) return t('几乎肯定', 'almost certain');
  if (probability >= 0.65) return t('很可能', 'likely');
  if (probability >= 0.35) return t('比较可能', 'fairly likely');
  if (probability >= 0.12) return t('有可能', 'possible');
  return t('可能性小', 'unlikely');
}

export const score = (right: number, of: number): Text => t(`${of} 题对了 ${right} 题`, `${right} of ${of} right`);
export const pageOf = (page: number, of: number): Text => t(`第 ${page} / ${of} 页`, `page ${page} of ${of}`);
export const questionOf = (one: number, of: number): Text => t(`第 ${one} / ${of} 题`, `question ${one} of ${of}`);

export const OUTCOME_WORDS = {
  helped: t('有效', 'helped'),
  failed: t('没用', 'did not help'),
  skipped: t('没做', 'not done'),
  done: t('已照做', 'done'),
} as const satisfies Record<Outcome, Text>;

/** The time of day, as the shop's clock shows it. */
export const clockTime = (at: number, lang: Lang): string =>
  new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { hour: '2-digit', minute: '2-digit' }).format(at);

export const dayAndTime = (at: number, lang: Lang): string =>
  new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
