import { Type } from 'typebox';
import { AlarmSchema } from './alarm.ts';
import { ContradictionSchema } from './contradiction.ts';
import { ObservationSchema } from './observation.ts';
import { ActorSchema, id, probability, says } from './parts.ts';

const cost = () => Type.Number({ minimum: 0, ...says('代价,全文件同一单位', 'cost, in one unit throughout the file') });

export const KnowledgeSchema = Type.Object(
  {
    schema: Type.Literal('duka.knowledge/1'),
    faults: Type.Enum(['single', 'independent'], {
      type: 'string',
      ...says('恰有一个原因,或各自独立(noisy-OR)', 'exactly one cause is present, or each by itself (noisy-OR)'),
    }),
    causes: Type.Array(
      Type.Object({ id: id('编号', 'id'), prior: probability('先验概率', 'probability before any evidence') }),
      { minItems: 1 },
    ),
    observations: Type.Array(ObservationSchema),
    actions: Type.Array(
      Type.Object({
        id: id('编号', 'id'),
        cost: cost(),
        fixes: Type.Record(
          Type.String(),
          probability('消除该原因的机会', 'chance that it removes the cause'),
          says('原因编号 → 机会', 'id of a cause → chance'),
        ),
        by: Type.Optional(ActorSchema),
      }),
    ),
    call: Type.Object(
      { id: id('编号', 'id'), cost: cost() },
      says('叫人来修,必定了结', 'calling for help, which always ends the trouble'),
    ),
    contradictions: Type.Optional(Type.Array(ContradictionSchema)),
    alarms: Type.Optional(Type.Array(AlarmSchema)),
  },
  says(
    '排障知识文件(JSON 或 YAML);文字、出处、禁止事项等可并列存放。代价以收银员的分钟计,除非文件另有说明',
    "knowledge for the troubleshooter (JSON or YAML); text, sources and the like may stand beside these fields. Costs are minutes of a cashier's time unless the file says otherwise",
  ),
);
