import { Type } from 'typebox';
import { OBSERVERS } from '../knowledge.ts';
import { id, probability, SourceSchema, says, TextSchema } from './parts.ts';

const Likelihoods = Type.Array(probability('该取值的概率', 'probability of the value'), {
  minItems: 2,
  ...says('与 values 一一对应,总和为 1', 'one for each of values, summing to 1'),
});

/** As a knowledge file holds it: what the planner needs, and what people see, which a file may leave out. */
export const ObservationSchema = Type.Object(
  {
    id: id('编号', 'id'),
    cost: Type.Number({ minimum: 0, ...says('得知它的代价', 'what it costs to find out') }),
    values: Type.Array(Type.String({ minLength: 1 }), {
      minItems: 2,
      uniqueItems: true,
      ...says(
        '可能的取值;faults 为 independent 时第一个为阳性',
        'possible values; with independent faults the first is the positive one',
      ),
    }),
    given: Type.Optional(
      Type.Record(
        Type.String(),
        Likelihoods,
        says(
          '某原因存在时各取值的概率;没有写的原因按 otherwise',
          'probabilities of the values given a cause; otherwise where a cause is not named',
        ),
      ),
    ),
    otherwise: Likelihoods,
    from: Type.Optional(
      Type.Enum(OBSERVERS, {
        type: 'string',
        ...says(
          '谁能知道;只有 counter(柜台的人)才会被问到,没有此项也会问',
          'who can tell; only what people at the counter can tell is asked, and what does not say',
        ),
      }),
    ),
    text: Type.Optional(TextSchema),
    hint: Type.Optional(TextSchema),
    labels: Type.Optional(
      Type.Record(Type.String(), TextSchema, says('各取值作为答案的说法', 'each of values as an answer')),
    ),
    drawing: Type.Optional(id('图的编号', 'id of a drawing')),
    source: Type.Optional(SourceSchema),
  },
  says('一个可以问到或测到的现象', 'something that can be asked or measured'),
);
