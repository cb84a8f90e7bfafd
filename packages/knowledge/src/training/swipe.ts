import { t } from '../t.ts';
import type { LessonRow } from './row.ts';

export const SWIPE_LESSON: LessonRow = {
  id: 'swipe',
  title: t('怎样刷磁条', 'How to swipe a stripe'),
  pages: [
    {
      text: t(
        '有芯片的卡先挥、先插。只有磁条的卡才刷。',
        'A card with a chip is tapped or inserted. Only a stripe is swiped.',
      ),
      drawing: 'card-kinds',
    },
    {
      text: t('看磁条：脏了用干软布擦。', 'Look at the stripe: wipe it with a dry soft cloth.'),
      drawing: 'look-at-stripe',
    },
    {
      text: t('磁条朝机器上图示的方向。', 'The stripe faces as the picture on the terminal shows.'),
      drawing: 'stripe-side',
    },
    { text: t('贴紧槽底，匀速一次刷到头。', 'Down in the slot, steady, once right through.'), drawing: 'swipe-steady' },
  ],
  quiz: [
    {
      question: t('顾客的卡有芯片，能不能直接刷？', 'The card has a chip. May it be swiped?'),
      options: [
        t('能，更快', 'Yes, it is quicker'),
        t('不能，先挥卡或插卡', 'No: tap or insert first'),
        t('看顾客的意思', 'As the holder likes'),
      ],
      right: 1,
      why: t(
        '国内自2017年5月起，芯片卡的磁条交易已关闭。',
        'In China stripe transactions of chip cards have been closed since May 2017.',
      ),
    },
    {
      question: t('怎样的速度最好？', 'What speed is best?'),
      options: [
        t('越快越好', 'As fast as possible'),
        t('匀速，一次到头', 'Steady, once right through'),
        t('一点一点推', 'Bit by bit'),
      ],
      right: 1,
      why: t(
        '忽快忽慢，机器认不出磁条上的节拍。',
        'The reader follows the beat of the stripe; speed that changes breaks it.',
      ),
    },
    {
      question: t('刷了两次不行，接下来？', 'Two swipes failed. What next?'),
      options: [
        t('看磁条方向，擦一擦，再刷', 'Check the side, wipe it, swipe again'),
        t('一直刷到成功', 'Swipe until it works'),
        t('把卡号抄下来', 'Write the number down'),
      ],
      right: 0,
      why: t(
        '抄卡号违反规定。擦了还不行，换卡或换方式。',
        'Writing the number down is forbidden. If wiping does not help, use another card or way.',
      ),
    },
    {
      question: t(
        '好几位顾客的磁条卡都要刷好几次，说明什么？',
        'Several holders have to swipe several times. What does that say?',
      ),
      options: [
        t('顾客的卡都坏了', 'All their cards are bad'),
        t('磁头可能脏了或磨损，要报', 'The head may be dirty or worn: report it'),
        t('正常', 'Nothing'),
      ],
      right: 1,
      why: t(
        '多张卡都这样，问题在机器。按说明书清洁，或报修。',
        'Many cards mean the terminal: clean as the manual says, or call service.',
      ),
    },
    {
      question: t('有人坚持把芯片卡改刷磁条，怎么办？', 'Somebody insists on swiping a chip card. What do you do?'),
      options: [
        t('照办', 'Do it'),
        t('请他把芯片刮花', 'Have the chip scratched'),
        t('不同意，改插卡或挥卡，报店长', 'Refuse; insert or tap; tell the manager'),
      ],
      right: 2,
      why: t('可能是伪卡。', 'It may be a cloned card.'),
    },
  ],
};
