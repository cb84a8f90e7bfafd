import type { Device } from '@duka/model';
import { deviceIn } from './device-in.ts';
import { INGENICO } from './ingenico.ts';
import { SQUARE_STAND } from './square.ts';
import { CHIPPER_2X, STRIPE_M2 } from './stripe.ts';
import { VERIFONE } from './verifone.ts';

export const DEVICES: readonly Device[] = [INGENICO, VERIFONE, CHIPPER_2X, STRIPE_M2, SQUARE_STAND];

/** What is known of a model, as records name it ("Ingenico Move/5000"); null for one of which no document was read. */
export const deviceOf = (model: string): Device | null => deviceIn(DEVICES, model);
