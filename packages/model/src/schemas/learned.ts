import { Type } from 'typebox';
import { says } from './parts.ts';

/** What `duka learn` writes. */
export const LearnedSchema = Type.Object(
  {
    schema: Type.Literal('duka.learned/1'),
    counts: Type.Record(
      Type.String(),
      Type.Integer(),
      says(
        '次数:cases;cause/原因;seen/现象/原因/取值;helped、failed/办法/原因;minutes/办法/times、log、log2(自然对数的千分之一,其和与平方和)。编号里的 % 和 / 写作 %25、%2F。合并就是相加',
        'counts: cases; cause/CAUSE; seen/OBSERVATION/CAUSE/VALUE; helped and failed/ACTION/CAUSE; minutes/ACTION/times, log, log2 (sums of the natural logarithm in thousandths, and of its square). % and / in ids are %25 and %2F. Merging is adding',
      ),
    ),
  },
  says('从了结的案例里学到的,只有编号和次数', 'what closed cases have taught: ids and counts alone'),
);
