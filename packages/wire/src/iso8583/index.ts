export type { Card, CardToken } from './card.ts';
export { readDialect } from './dialect.ts';
export { type Frame, type FrameSplitter, frameSplitter } from './frames.ts';
export { pack } from './pack.ts';
export { partsOf, tagsOf } from './parts.ts';
export type { FieldRow, Framing, Rules, Spec, SpecTable } from './spec.ts';
export { makeSpec } from './spec.ts';
export { SPECS, type SpecId } from './specs.ts';
export { type Message, type UnpackOptions, unpack } from './unpack.ts';
