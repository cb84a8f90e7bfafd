import { Type } from 'typebox';
import type { ScopeColumn } from '../report.ts';
import { SCOPE_COLUMNS } from '../report.ts';
import {
  ActorSchema,
  CauseIdSchema,
  count,
  id,
  inUnit,
  minutes,
  probability,
  says,
  TextSchema,
  time,
} from './parts.ts';

const bound = () =>
  Type.Optional(Type.Union([Type.String(), Type.Array(Type.String(), { minItems: 1, uniqueItems: true })]));

const ScopeSchema = Type.Object(
  Object.fromEntries(SCOPE_COLUMNS.map((column) => [column, bound()])) as Record<ScopeColumn, ReturnType<typeof bound>>,
  {
    additionalProperties: false,
    ...says(
      '故障的范围:每个列出的列等于该值或其中之一',
      'the rows that the finding speaks of: every named column equals its value or one of its values',
    ),
  },
);

const CauseProbabilitySchema = Type.Object({
  cause: CauseIdSchema,
  probability: probability('该原因的概率', 'probability of the cause'),
});

const EvidenceSchema = Type.Object({
  text: TextSchema,
  weight: Type.Number({
    ...says(
      '对首位原因相对其他原因的贝叶斯因子,取 log10',
      'log10 of the Bayes factor for the first cause over the others',
    ),
    ...inUnit('log10'),
  }),
});

const NextStepSchema = Type.Object(
  {
    id: id('处理办法的编号', 'id of the action'),
    by: ActorSchema,
    minutes: minutes('此人所需的时间', 'time of that person'),
    text: TextSchema,
  },
  says('代价最小的下一步', 'the cheapest next step'),
);

const LostSchema = Type.Object(
  {
    sales: count('失去的销售笔数', 'sales lost'),
    amount_minor: Type.Integer({
      ...says('金额,以货币的最小单位计', 'amount in the minor unit of the currency'),
      ...inUnit('minor unit of currency'),
    }),
    currency: Type.Union([Type.String(), Type.Null()], says('ISO 4217 货币代码', 'ISO 4217 code')),
  },
  says('范围内的损失', 'what was lost within the scope'),
);

const ForecastSchema = Type.Object(
  {
    limit: probability('失败占尝试的比例', 'share of attempts that fail'),
    date: time('到达该比例的时刻(中位数)', 'when the share is reached: the median'),
    from: time('八成把握的区间的起点', 'start of the range that holds eight times in ten'),
    to: Type.Union(
      [Type.String({ format: 'date-time' }), Type.Null()],
      says('区间的终点;太远时为 null', 'end of the range; null where it lies out of sight'),
    ),
  },
  says('磨损的部件何时会失败到这个比例', 'when a part that wears will fail so often'),
);

export const FindingSchema = Type.Object(
  {
    id: id('编号;同样的输入得到同样的编号', 'stable for the same input'),
    scope: ScopeSchema,
    since: time('估计的开始时刻', 'estimated start: when failures began to exceed what was expected'),
    until: Type.Union(
      [Type.String({ format: 'date-time' }), Type.Null()],
      says('结束时刻;仍在持续时为 null', 'when it was over; null while it lasts'),
    ),
    detected_at: time('证据首次充足的那次尝试的时刻', 'the attempt at which the evidence first sufficed'),
    attempts: count('范围内自 since 至 until 的尝试次数', 'attempts in the scope from since to until'),
    failures: count('其中失败或取消的次数', 'those of them that failed or were cancelled'),
    expected_failures: Type.Number({
      minimum: 0,
      ...says('若一切正常预计的失败次数', 'failures to be expected if nothing were wrong'),
    }),
    e_value: Type.Number({
      minimum: 0,
      ...says('反对"这里一切正常"的证据强度', 'evidence against "nothing is wrong here"'),
    }),
    causes: Type.Array(CauseProbabilitySchema, says('可能性大的在前;总和不超过 1', 'best first; sums to at most 1')),
    evidence: Type.Array(EvidenceSchema),
    action: NextStepSchema,
    lost: LostSchema,
    forecast: Type.Optional(ForecastSchema),
  },
  says('一个故障:范围、起止、原因、证据和下一步', 'one fault: scope, start, end, causes, evidence and next step'),
);
