import { t } from '../t.ts';
import type { LessonRow } from './row.ts';

export const PIN_LESSON: LessonRow = {
  id: 'pin',
  title: t('怎样请顾客输密码', 'How to take a PIN'),
  pages: [
    {
      text: t('把键盘转给顾客，请顾客用手遮住。', 'Turn the pad to the holder and ask to cover it.'),
      drawing: 'shield-pin',
    },
    { text: t('不看、不问、不代输、不记。', 'Do not look, ask, type or note it.'), drawing: 'ask-customer' },
    {
      text: t('按错了，按“更正”键；不想做了，按“取消”键。', 'A wrong key: correct. Not wanted: cancel.'),
      drawing: 'cancel-key',
    },
    {
      text: t(
        '提示密码错：告诉顾客还剩几次；快用完就停下换卡。',
        'Wrong PIN: say how many tries are left; before the last one stop and use another card.',
      ),
      drawing: 'call-bank',
    },
  ],
  quiz: [
    {
      question: t('顾客请你代输密码，怎么办？', 'The holder asks you to enter the PIN. What do you do?'),
      options: [
        t('代输，快一点', 'Do it, it is quicker'),
        t('记下来以后用', 'Note it for later'),
        t('婉拒，请顾客自己输', 'Decline: the holder enters it'),
      ],
      right: 2,
      why: t('密码只有持卡人自己能知道。', 'Only the holder may know the PIN.'),
    },
    {
      question: t('屏幕显示“密码错误”，是读卡失败吗？', 'The screen says wrong PIN. Is that a failed read?'),
      options: [
        t('是，换机器', 'Yes: change the terminal'),
        t('不是，卡读到了，是密码不对', 'No: the card was read, the PIN is wrong'),
        t('是网络问题', 'It is the network'),
      ],
      right: 1,
      why: t('到了密码这一步，卡已经读好了。', 'At the PIN the card has been read.'),
    },
    {
      question: t('已经错了两次，怎么办？', 'It was wrong twice. What now?'),
      options: [
        t('停下，换卡或请顾客联系银行', 'Stop: another card, or the bank'),
        t('再试，直到对', 'Go on until it is right'),
        t('重启终端', 'Restart the terminal'),
      ],
      right: 0,
      why: t('次数用完，卡会被锁。', 'When the tries are used up the card is blocked.'),
    },
    {
      question: t(
        '好几位顾客都被说密码错，说明什么？',
        'Several holders are told that their PIN is wrong. What does that say?',
      ),
      options: [
        t('大家都记错了', 'All forgot it'),
        t(
          '可能是终端密钥不对，重新签到，不行报修',
          'The keys of the terminal may be wrong: sign in again, then call service',
        ),
        t('键盘太脏', 'The keys are dirty'),
      ],
      right: 1,
      why: t('密钥和主机不一致时，谁的密码都会被判错。', 'With wrong keys every PIN is refused.'),
    },
    {
      question: t('顾客输密码时，你站在哪里？', 'Where are you while the PIN is entered?'),
      options: [
        t('凑近看着，帮忙', 'Close by, to help'),
        t('用手机拍下来', 'Filming it'),
        t('看向别处', 'Looking away'),
      ],
      right: 2,
      why: t('不看就不会有纠纷。', 'Who does not look is not blamed.'),
    },
  ],
};
