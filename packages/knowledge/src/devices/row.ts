import type { Device } from '@duka/model';
import type { ActionId } from '../actions/index.ts';

/** A device whose forbidden actions exist, by the compiler's word. */
export type DeviceRow = Device & { readonly forbids: readonly ActionId[] };
