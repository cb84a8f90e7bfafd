import { Type } from 'typebox';
import { CAUSE_IDS } from '../cause.ts';
import { ACTORS } from '../report.ts';
import { INTERFACES, STAGES } from '../vocabulary.ts';

/** What a schema says to people: JSON Schema has one `description`; zh stands beside it. */
export const says = (zh: string, en: string) => ({ description: en, 'x-description-zh': zh });

/** A unit as the International System, ISO 4217 or the domain writes it. */
export const inUnit = (unit: string) => ({ 'x-unit': unit });

export const TextSchema = Type.Object(
  { zh: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) },
  says('同一句话的中文和英文', 'one sentence in Chinese and in English'),
);

export const probability = (zh: string, en: string) => Type.Number({ minimum: 0, maximum: 1, ...says(zh, en) });
export const count = (zh: string, en: string) => Type.Integer({ minimum: 0, ...says(zh, en) });
export const minutes = (zh: string, en: string) => Type.Number({ minimum: 0, ...says(zh, en), ...inUnit('min') });
export const time = (zh: string, en: string) => Type.String({ format: 'date-time', ...says(zh, en) });
export const id = (zh: string, en: string) => Type.String({ minLength: 1, ...says(zh, en) });

export const SourceSchema = id(
  '出处:文献,或 "expert estimate"(专家估计)',
  'where the fact comes from: a document, or "expert estimate"',
);
export const CauseIdSchema = Type.Enum(CAUSE_IDS, { type: 'string', ...says('原因的编号', 'id of a cause') });
export const ActorSchema = Type.Enum(ACTORS, { type: 'string', ...says('由谁来做', 'who does it') });
export const InterfaceSchema = Type.Enum(INTERFACES, {
  type: 'string',
  ...says('用卡方式', 'how the card was presented'),
});
export const StageSchema = Type.Enum(STAGES, {
  type: 'string',
  ...says('交易止于哪一步', 'how far the attempt got'),
});
