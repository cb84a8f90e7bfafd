import { Type } from 'typebox';
import type { Reason } from '../vocabulary.ts';
import { REASONS } from '../vocabulary.ts';
import { id, SourceSchema, StageSchema, says, TextSchema } from './parts.ts';

const weight = () => Type.Optional(Type.Number({ minimum: 0, maximum: 1 }));

export const CodeEntrySchema = Type.Object(
  {
    code: Type.String({ pattern: '^[a-z][a-z0-9]*:.+$', ...says('写作 namespace:value', 'as namespace:value') }),
    stage: Type.Union([StageSchema, Type.Null()]),
    reasons: Type.Object(
      Object.fromEntries(REASONS.map((reason) => [reason, weight()])) as Record<Reason, ReturnType<typeof weight>>,
      {
        additionalProperties: false,
        ...says(
          '原因 → 权重,总和为 1;代码不表示失败时为空',
          'reason → weight, summing to 1; empty where the code means no failure',
        ),
      },
    ),
    meaning: TextSchema,
    source: SourceSchema,
    success: Type.Optional(Type.Literal(true, says('代码表示交易已批准', 'the code says that the sale was approved'))),
    advice: Type.Optional(TextSchema),
  },
  says('代码字典的一条', 'one entry of a code dictionary'),
);

export const CodeNamespaceSchema = Type.Object(
  {
    id: id('命名空间', 'the namespace'),
    title: TextSchema,
    form: Type.Enum(['hex', 'number', 'name'], {
      type: 'string',
      ...says('取值如何比较:十六进制、十进制数或名称', 'how values compare: hex digits, decimal numbers or names'),
    }),
    source: SourceSchema,
    entries: Type.Array(CodeEntrySchema),
  },
  says('一种标准或一家厂商的代码字典', 'the code dictionary of a standard or a vendor'),
);
