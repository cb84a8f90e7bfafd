import type { Lang, Text } from '@duka/model';
import { t } from './words.ts';

/** What is said later than in the first minute. */
export const LATER_WORDS = {
  speaks_for: t('支持：', 'For: '),
  speaks_against: t('不支持：', 'Against: '),
  did_not_help: t('没用', 'did not help'),
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
} as const satisfies Record<string, Text>;

export const forWhom = (actor: Text): Text => t(`请${actor.zh}处理`, `This is for the ${actor.en}`);

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
