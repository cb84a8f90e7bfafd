import { Type } from 'typebox';
import type { CauseId } from '../cause.ts';
import { CAUSE_IDS } from '../cause.ts';
import { ActorSchema, id, minutes, SourceSchema, says, TextSchema } from './parts.ts';

const chance = () => Type.Optional(Type.Number({ minimum: 0, maximum: 1 }));

export const ActionSchema = Type.Object(
  {
    id: id('编号', 'id'),
    by: ActorSchema,
    minutes: minutes('此人所需的时间', 'time of that person'),
    text: TextSchema,
    steps: Type.Optional(Type.Array(TextSchema, says('分步做法,一步一个动作', 'one movement each'))),
    drawing: Type.Optional(id('图的编号', 'id of a drawing')),
    tools: Type.Array(TextSchema, says('所需工具', 'tools needed')),
    forbidden: Type.Array(TextSchema, says('此时禁止的做法', 'what must not be done')),
    fixes: Type.Object(
      Object.fromEntries(CAUSE_IDS.map((cause) => [cause, chance()])) as Record<CauseId, ReturnType<typeof chance>>,
      {
        additionalProperties: false,
        ...says('存在某原因时消除它的机会', 'chance of removing each cause, where it is present'),
      },
    ),
    source: SourceSchema,
  },
  says('一个处理办法', 'a remedy'),
);
