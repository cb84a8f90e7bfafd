import { Type } from 'typebox';
import { id, minutes, says } from './parts.ts';

/** What `duka learn` takes, one a line. Ids are those of the knowledge that is learned for. */
export const ClosedCaseSchema = Type.Object(
  {
    cause: id('查明的原因', 'the cause that it turned out to be'),
    observations: Type.Optional(
      Type.Record(
        Type.String(),
        Type.Union([Type.String(), Type.Null()]),
        says('现象 → 取值;null 是不知道', "id of an observation → its value; null is don't know"),
      ),
    ),
    failed: Type.Optional(Type.Array(id('做过但没用的', 'an action that did not help'))),
    helped: Type.Optional(
      Type.Union([id('管用的', 'the action that ended the trouble'), Type.Null()], {
        ...says('管用的;null 是报修或自己好了', 'what ended the trouble; null for a call, or where it went away'),
      }),
    ),
    minutes: Type.Optional(
      Type.Record(
        Type.String(),
        minutes('用了多久', 'how long it took'),
        says('办法 → 用时', 'id of an action → time'),
      ),
    ),
  },
  says('一个了结的案例,用来学习', 'a trouble that is over, to learn from'),
);
