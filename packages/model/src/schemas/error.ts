import { Type } from 'typebox';
import type { ErrorCode } from '../errors.ts';
import { ERRORS } from '../errors.ts';
import { says, TextSchema } from './parts.ts';

export const ErrorSchema = Type.Object(
  {
    code: Type.Enum(Object.keys(ERRORS) as ErrorCode[], { type: 'string', ...says('错误代码', 'code of the error') }),
    path: Type.Optional(Type.String(says('在哪里:JSON Pointer(RFC 6901)', 'where, as a JSON Pointer (RFC 6901)'))),
    text: TextSchema,
  },
  says(
    '一个错误:代码,以及说明位置、所见、所需和办法的一句话;绝不含卡数据',
    'an error: a code, and a sentence that says where, what was found, what was needed, and the cure; never card data',
  ),
);
