import { Type } from 'typebox';
import { id, says, TextSchema } from './parts.ts';

export const DrawingSchema = Type.Object(
  {
    id: id('编号', 'id'),
    title: TextSchema,
    body: Type.String({ minLength: 1, ...says('SVG 元素,画在 320 × 200 内', 'SVG elements in a box of 320 × 200') }),
  },
  says('一幅没有文字的图', 'a picture without words'),
);
