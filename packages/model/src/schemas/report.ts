import { Type } from 'typebox';
import { FindingSchema } from './finding.ts';
import { count, id, says, TextSchema } from './parts.ts';

const RejectSchema = Type.Object(
  {
    file: Type.String(says('文件', 'the file')),
    line: Type.Integer({ minimum: 0, ...says('行号,从 1 起', 'line, counted from 1') }),
    field: Type.Union(
      [Type.String(), Type.Null()],
      says('字段;整条记录有问题时为 null', 'the field; null for the whole record'),
    ),
    code: id('错误代码,见 error.schema.json', 'code of the error, one of error.schema.json'),
    text: TextSchema,
  },
  says('被拒绝的记录', 'a record that was refused'),
);

const OddTimesSchema = Type.Object(
  {
    attempts: count('这样的尝试', 'such attempts'),
    terminals: count('涉及的终端数', 'terminals that they are of'),
    terminal_ids: Type.Array(Type.String(), says('其中次数最多的几台终端', 'the first few of these terminals')),
  },
  says(
    '时间与其余相差半年以上的尝试,多半是终端时钟不对;没有时不写',
    'attempts whose times lie half a year and more from all others, most likely by a wrong clock; absent where there are none',
  ),
);

const instant = (zh: string, en: string) =>
  Type.Union([Type.String({ format: 'date-time' }), Type.Null()], says(zh, en));

const InputSchema = Type.Object(
  {
    attempts: count('接受的记录', 'records taken in'),
    rejected: count('拒绝的记录', 'records refused'),
    duplicates: count('编号和内容都相同的重复记录', 'records with an id and content that were there before'),
    conflicts: count('编号相同而内容不同、未计入的记录', 'records with a known id and other content, left out'),
    removed_card_data: count('清除的卡数据处数', 'places at which card data was removed'),
    bad_cards: count('计数但不单列的坏卡', 'ordinary bad cards, counted and held against no terminal'),
    terminals: count('终端数', 'terminals'),
    from: instant('最早的尝试;没有时为 null', 'the first attempt; null where there is none'),
    to: instant('最晚的尝试;没有时为 null', 'the last attempt; null where there is none'),
    odd_times: Type.Optional(OddTimesSchema),
    reject_samples: Type.Array(
      RejectSchema,
      says('最先的几条被拒记录', 'the first few refused records, by file and line'),
    ),
  },
  says('读了什么', 'what was read'),
);

export const ReportSchema = Type.Object(
  {
    schema: Type.Literal('duka.report/1'),
    input: InputSchema,
    findings: Type.Array(FindingSchema, says('按预计损失排序', 'by expected loss')),
  },
  says('duka diagnose --format json 的输出', 'what duka diagnose --format json writes'),
);
