import type { Device } from '@duka/model';
import { INGENICO } from './ingenico.ts';
import { SQUARE_STAND } from './square.ts';
import { CHIPPER_2X, STRIPE_M2 } from './stripe.ts';
import { VERIFONE } from './verifone.ts';

export const DEVICES: readonly Device[] = [INGENICO, VERIFONE, CHIPPER_2X, STRIPE_M2, SQUARE_STAND];

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** What is known of a model, as records name it ("Ingenico Move/5000"); null for one of which no document was read. */
export function deviceOf(model: string): Device | null {
  const name = plain(model);
  return DEVICES.find(({ models }) => models.some((one) => name.includes(one))) ?? null;
}
