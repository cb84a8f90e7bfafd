import { t } from '../t.ts';
import type { LessonRow } from './row.ts';

export const CLEANING_LESSON: LessonRow = {
  id: 'cleaning',
  title: t('怎样清洁终端', 'How to clean the terminal'),
  pages: [
    { text: t('先关机，拔掉电源。', 'Switch off and unplug first.'), drawing: 'power-off' },
    {
      text: t(
        '外壳、屏幕、按键：拧干的软布轻擦，不喷液体。',
        'Housing, screen, keys: a well-wrung soft cloth. Spray nothing.',
      ),
      drawing: 'look-and-clean',
    },
    {
      text: t(
        '卡口：说明书允许，才用厂家认可的清洁卡。没写允许，什么也不放。',
        'Slots: a cleaning card approved by the maker, only where the manual allows it. Otherwise put nothing in.',
      ),
      drawing: 'cleaning-card',
    },
    {
      text: t('打印头：凉透后，用认可的棉签轻擦。', 'Print head: when it is cool, with an approved swab.'),
      drawing: 'clean-print-head',
    },
    {
      text: t(
        '顺便看封签和卡口：有没有破、有没有多出东西。',
        'Look at seals and slots on the way: broken, or something added?',
      ),
      drawing: 'look-at-seal',
    },
  ],
  quiz: [
    {
      question: t('清洁前先做什么？', 'What comes before cleaning?'),
      options: [
        t('关机断电', 'Switch off and unplug'),
        t('开着机擦', 'Leave it on'),
        t('拆开外壳', 'Open the housing'),
      ],
      right: 0,
      why: t('通电擦容易短路。外壳任何人不得自己拆。', 'Live cleaning may short it. Nobody opens the housing.'),
    },
    {
      question: t('卡口里能喷清洁剂或吹压缩空气吗？', 'May one spray cleaner or blow compressed air into a slot?'),
      options: [
        t('能', 'Yes'),
        t('说明书写了可以才行', 'Only if the manual says so'),
        t('喷一点点没事', 'A little does no harm'),
      ],
      right: 1,
      why: t(
        '各厂家要求互相矛盾，只按本机型说明书。',
        'Makers contradict each other: only the manual of this model counts.',
      ),
    },
    {
      question: t('清洁卡什么时候用？', 'When is a cleaning card used?'),
      options: [
        t('说明书允许，且是认可的清洁卡', 'When the manual allows it, and it is an approved one'),
        t('任何机型都用', 'On any model'),
        t('用银行卡包纸代替', 'A bank card in paper does as well'),
      ],
      right: 0,
      why: t('有的机型禁止往插卡口里放任何东西。', 'Some models forbid putting anything into the chip slot.'),
    },
    {
      question: t('发现封签破了、卡口多出装置，怎么办？', 'A seal is broken or a slot has something added. What now?'),
      options: [
        t('撕掉继续用', 'Tear it off and go on'),
        t('停用，不碰，报店长和收单机构', 'Stop, do not touch it, tell manager and acquirer'),
        t('自己拆开看看', 'Open it and look'),
      ],
      right: 1,
      why: t('可能被动过手脚。', 'Somebody may have tampered with it.'),
    },
    {
      question: t('擦得太用力、太湿，会怎样？', 'What if one rubs too hard or too wet?'),
      options: [
        t('更干净', 'It gets cleaner'),
        t('可能触发防拆，机器锁死', 'The tamper lock may fire and lock it'),
        t('没影响', 'Nothing'),
      ],
      right: 1,
      why: t(
        '有厂家明确提醒：粗暴清洁会让终端锁死。',
        'A maker warns of exactly this: rough handling locks the terminal.',
      ),
    },
  ],
};
