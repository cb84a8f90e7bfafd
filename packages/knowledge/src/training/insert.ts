import { t } from '../t.ts';
import type { LessonRow } from './row.ts';

export const INSERT_LESSON: LessonRow = {
  id: 'insert',
  title: t('怎样插卡', 'How to insert a card'),
  pages: [
    {
      text: t('先看屏幕：提示“请插卡”再插。', 'Look at the screen: insert when it asks for the card.'),
      drawing: 'follow-prompt',
    },
    {
      text: t('看芯片：脏了先用干软布轻擦。', 'Look at the chip: if it is dirty, wipe it with a dry soft cloth.'),
      drawing: 'look-at-chip',
    },
    { text: t('芯片朝上，芯片一头先进。', 'Chip up, chip end first.'), drawing: 'chip-side' },
    { text: t('平着推到底，推不动为止。', 'Push it in flat, until it goes no further.'), drawing: 'push-home' },
    {
      text: t('手离开卡。屏幕说“请取卡”才拔。', 'Take the hand away. Out only when the screen says so.'),
      drawing: 'leave-card',
    },
  ],
  quiz: [
    {
      question: t('芯片应该朝哪边？', 'Which way does the chip go?'),
      options: [
        t('朝上，芯片一头先进', 'Up, chip end first'),
        t('朝下，芯片一头先进', 'Down, chip end first'),
        t('随便，机器会认', 'Any way, the terminal finds it'),
      ],
      right: 0,
      why: t(
        '卡口里的触点只碰得到朝上、先进去的芯片。',
        'The contacts in the slot reach only a chip that faces up and goes in first.',
      ),
    },
    {
      question: t('什么时候可以拔卡？', 'When may the card come out?'),
      options: [
        t('输完密码就拔', 'After the PIN'),
        t('开始打单就拔', 'When it begins to print'),
        t('屏幕说“请取卡”之后', 'After the screen says so'),
      ],
      right: 2,
      why: t(
        '完成前卡还在和银行核对，拔早了这一笔就断了。',
        'Card and bank are still talking; out too early, and the sale breaks off.',
      ),
    },
    {
      question: t('第一次读不出来，先做什么？', 'It does not read the first time. What comes first?'),
      options: [
        t('把芯片卡改刷磁条', 'Swipe the chip card'),
        t('看方向、擦芯片，再插一次', 'Look which way round it is, wipe the chip, insert again'),
        t('手工输入卡号', 'Key the card number'),
      ],
      right: 1,
      why: t(
        '多数是插反、没插到底或芯片脏。手工输卡号不允许。',
        'Mostly it is the wrong way round, not home, or dirty. Keying the number is not allowed.',
      ),
    },
    {
      question: t('卡插不到底，像有东西顶着，怎么办？', 'The card meets something in the slot. What do you do?'),
      options: [
        t('用镊子掏出来', 'Pull it out with tweezers'),
        t('用力推进去', 'Push harder'),
        t('停下，报店长或报修', 'Stop, tell the manager or call service'),
      ],
      right: 2,
      why: t(
        '硬掏会弄坏触点，也可能触发防拆；卡口里多出的东西还可能是盗刷装置。',
        'Poking breaks contacts and may fire the tamper lock; and what was added to a slot may be a skimmer.',
      ),
    },
    {
      question: t('用什么擦芯片？', 'What is a chip wiped with?'),
      options: [
        t('干净的干软布', 'A clean dry soft cloth'),
        t('湿纸巾', 'A wet wipe'),
        t('指甲刮一刮', 'A fingernail'),
      ],
      right: 0,
      why: t('水会留在触点上，刮会伤镀层。', 'Water stays on the contacts, scratching takes the plating off.'),
    },
  ],
};
