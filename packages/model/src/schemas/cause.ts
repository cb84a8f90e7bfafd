import { Type } from 'typebox';
import { CauseIdSchema, id, SourceSchema, says, TextSchema } from './parts.ts';

export const CauseSchema = Type.Object(
  {
    id: CauseIdSchema,
    name: TextSchema,
    what: TextSchema,
    shows: TextSchema,
    prior: Type.Object(
      {
        weight: Type.Number({
          minimum: 0,
          ...says('在日志所见故障中的比重', 'share of the troubles that a log shows'),
        }),
        counter: Type.Number({
          minimum: 0,
          ...says('在柜台所说“读卡失败”中的比重', 'share of the troubles that a cashier calls a failed read'),
        }),
        source: SourceSchema,
      },
      says('未见证据时有多常见', 'how common it is before any evidence'),
    ),
    remedies: Type.Array(id('处理办法的编号', 'id of an action'), says('代价小的在前', 'cheapest sensible first')),
    prevention: TextSchema,
    meanwhile: Type.Optional(TextSchema),
  },
  says(
    '一个原因:是什么、有何表现、如何处理和预防',
    'a cause: what it is, how it shows, how it is remedied and prevented',
  ),
);
