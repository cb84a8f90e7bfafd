import type { LeafAttribute, LeafCase, RatioCase } from './types.ts';

type Measure = { readonly name: string; readonly values: ArrayLike<number> };

/** Attribute columns, `real`, `predict`. */
export const leafCsv = ({ attributes, real, predict }: LeafCase): string =>
  csv(attributes, [
    { name: 'real', values: real },
    { name: 'predict', values: predict },
  ]);

/** Attribute columns, `minute`, `failed`, `total`. */
export const ratioCsv = ({ attributes, minutes, failed, total }: RatioCase): string =>
  csv(attributes, [
    { name: 'minute', values: minutes },
    { name: 'failed', values: failed },
    { name: 'total', values: total },
  ]);

function csv(attributes: readonly LeafAttribute[], measures: readonly Measure[]): string {
  const lines = [[...attributes, ...measures].map(({ name }) => name).join(',')];
  for (let row = 0; row < (measures[0]?.values.length ?? 0); row++) {
    const cells = attributes.map(({ values, codes }) => values[codes[row]!]!);
    lines.push([...cells, ...measures.map(({ values }) => String(values[row]))].join(','));
  }
  return `${lines.join('\n')}\n`;
}
