import type { CodeNamespace } from '@duka/model';
import { ADYEN } from './adyen.ts';
import { ANDROIDPOS } from './androidpos.ts';
import { CONTACTLESS } from './contactless.ts';
import { ESCPOS } from './escpos.ts';
import { ISO39 } from './iso39.ts';
import { NET } from './net.ts';
import { NEWLAND } from './newland.ts';
import { OTHERS } from './others.ts';
import { PAX } from './pax.ts';
import { PCSC } from './pcsc.ts';
import { STRIPE } from './stripe.ts';
import { SUNMI } from './sunmi.ts';
import { SW } from './sw.ts';
import type { Namespace } from './table.ts';
import { TVR } from './tvr.ts';
import { VERIFONE } from './verifone.ts';

/** Standards first, then vendors: the order in which a bare code is explained. */
export const NAMESPACES: readonly Namespace[] = [
  ISO39,
  SW,
  TVR,
  PCSC,
  NET,
  ESCPOS,
  CONTACTLESS,
  SUNMI,
  PAX,
  NEWLAND,
  VERIFONE,
  ANDROIDPOS,
  STRIPE,
  ADYEN,
  ...OTHERS,
];

export const CODE_NAMESPACES: readonly CodeNamespace[] = NAMESPACES.map(({ id, title, form, source, entries }) => ({
  id,
  title,
  form,
  source,
  entries,
}));
