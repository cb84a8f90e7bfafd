import type { TSchema } from 'typebox';
import { Type } from 'typebox';
import type { AttemptField, AttemptFieldSpec } from '../attempt.ts';
import { ATTEMPT_FIELD_NAMES, ATTEMPT_FIELDS } from '../attempt.ts';
import { ATTEMPT_TEXT } from './attempt-text.ts';
import { inUnit, says } from './parts.ts';

const UNITS = { dBm: 'dBm', ms: 'ms', minor: 'minor unit of currency' } as const;

/** The canonical spelling of each kind. The doors take more: enum values in any case, and in CSV everything as text. */
const OF_KIND: { readonly [K in AttemptFieldSpec['kind']]: (spec: AttemptFieldSpec) => Record<string, unknown> } = {
  time: () => ({
    anyOf: [
      { type: 'string', format: 'date-time' },
      { type: 'integer', minimum: 0, ...inUnit('ms') },
    ],
  }),
  text: ({ max, required }) => ({
    type: 'string',
    ...(required && { minLength: 1, pattern: '\\S' }),
    ...(max !== undefined && { maxLength: max }),
  }),
  enum: ({ values = [] }) => ({ type: 'string', enum: [...values] }),
  digits: ({ min, max }) => ({ type: 'string', pattern: `^[0-9]{${min},${max}}$` }),
  boolean: () => ({ type: 'boolean' }),
  number: () => ({ type: 'number' }),
  integer: () => ({ type: 'integer' }),
};

function fieldSchema(field: AttemptField): TSchema {
  const spec: AttemptFieldSpec = ATTEMPT_FIELDS[field];
  const { zh, en } = ATTEMPT_TEXT[field];
  const said = { ...says(zh, en), ...(spec.unit && inUnit(UNITS[spec.unit])) };
  const schema = OF_KIND[spec.kind](spec);
  if (spec.required) return Type.Unsafe({ ...schema, ...said });
  // Absent, empty and null all mean "not known".
  return Type.Optional(Type.Unsafe({ anyOf: [schema, { type: 'null' }, { const: '' }], ...said }));
}

/** Built from the table of fields, so that the two cannot drift. */
export const AttemptSchema = Type.Object(
  Object.fromEntries(ATTEMPT_FIELD_NAMES.map((field) => [field, fieldSchema(field)])),
  {
    additionalProperties: true,
    ...says(
      '终端尝试完成一次刷卡交易的一次记录;未列出的字段原样保留,不参与判断。卡号、磁道、CVV、PIN 绝不收录',
      'one time that a terminal tried to get through a card transaction. Fields that are not listed are kept and ignored. Card data is never taken in',
    ),
  },
);
