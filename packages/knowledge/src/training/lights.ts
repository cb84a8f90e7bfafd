import { t } from '../t.ts';
import type { LessonRow } from './row.ts';

export const LIGHTS_LESSON: LessonRow = {
  id: 'lights',
  title: t('怎样看指示灯', 'How to read the lights'),
  pages: [
    {
      text: t('读卡区有一排灯，或画在屏幕上。', 'The reader has a row of lights, or they are drawn on the screen.'),
      drawing: 'lights',
    },
    {
      text: t('提示可以用卡的灯亮了，再用卡。', 'Present the card when the ready light is on.'),
      drawing: 'wait-for-light',
    },
    {
      text: t(
        '卡靠近时灯变、“嘀”一声：读到了。没变化：没读到。',
        'The lights change and it beeps: read. No change: not read.',
      ),
      drawing: 'lights-change',
    },
    {
      text: t(
        '各机型颜色不同，看本机型说明书；红灯或一直闪先停下。',
        'Colours differ by model: see its manual. Red, or blinking on and on: stop first.',
      ),
      drawing: 'seal-off',
    },
  ],
  quiz: [
    {
      question: t('什么时候用卡？', 'When is the card presented?'),
      options: [
        t('随时', 'At any time'),
        t('灯和屏幕提示可以用卡时', 'When light and screen say ready'),
        t('灯灭了以后', 'After the light went out'),
      ],
      right: 1,
      why: t('没准备好就用卡，会报超时或没有卡。', 'Presented too early, it reports a time-out or no card.'),
    },
    {
      question: t('每种机型的灯颜色都一样吗？', 'Are the colours alike on all models?'),
      options: [
        t('不一样，看本机型说明书', 'No: see the manual of the model'),
        t('一样', 'Yes'),
        t('只有红和绿', 'Only red and green'),
      ],
      right: 0,
      why: t('各厂家各有规定，同一种颜色意思可能不同。', 'Makers differ: one colour may mean different things.'),
    },
    {
      question: t(
        '卡贴上去灯没有变化，说明什么？',
        'The lights do not change when the card comes. What does that say?',
      ),
      options: [
        t('读成功了', 'It was read'),
        t('没读到：卡没贴准，或没准备好', 'It was not read: off the mark, or not ready'),
        t('顾客密码错', 'The PIN is wrong'),
      ],
      right: 1,
      why: t(
        '先看屏幕有没有请用卡，再平贴标志停两秒。',
        'See whether the screen asks for a card, then hold it flat on the mark for two seconds.',
      ),
    },
    {
      question: t('红灯亮着，怎么办？', 'A red light is on. What do you do?'),
      options: [
        t('继续刷', 'Go on'),
        t('敲一敲机器', 'Knock on the terminal'),
        t('先停，看屏幕写什么', 'Stop and read the screen'),
      ],
      right: 2,
      why: t('红灯多表示出错，屏幕会说是什么。', 'Red mostly means an error, and the screen says which.'),
    },
    {
      question: t('换了新机型，第一件事？', 'A new model has come. What comes first?'),
      options: [
        t('把新机型的指示灯图贴在柜台', 'Put the picture of its lights up at the counter'),
        t('按老经验用', 'Use it as the old one'),
        t('把灯贴住', 'Cover the lights'),
      ],
      right: 0,
      why: t('图贴在眼前，就不会看错。', 'With the picture in sight nobody misreads it.'),
    },
  ],
};
