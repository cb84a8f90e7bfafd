import { Type } from 'typebox';
import { id, SourceSchema, says, TextSchema } from './parts.ts';

const texts = (zh: string, en: string) => Type.Array(TextSchema, says(zh, en));

export const DeviceSchema = Type.Object(
  {
    id: id('编号', 'id'),
    name: TextSchema,
    models: Type.Array(Type.String({ minLength: 1 }), {
      minItems: 1,
      ...says('记录里的型号含其中之一即属此列', 'a model as records name it belongs here if it holds one of these'),
    }),
    lights: Type.Array(
      Type.Object({ shows: TextSchema, means: TextSchema }),
      says('指示灯的样子和含义', 'what the lights show and mean'),
    ),
    cleaning: Type.Object(
      { allowed: texts('允许的做法', 'what may be done'), forbidden: texts('禁止的做法', 'what must not be done') },
      says('厂家的清洁要求', "the maker's rules of cleaning"),
    ),
    forbids: Type.Array(
      id('处理办法的编号', 'id of an action'),
      says('厂家禁止的处理办法', 'actions that the maker forbids'),
    ),
    source: SourceSchema,
  },
  says('厂家对其终端的说明', 'what a maker says of its terminals'),
);
