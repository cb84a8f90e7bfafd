import type { Interface } from '@duka/model';
import type { Card, Operator, Terminal } from '../world/types.ts';
import type { Weather } from '../world/weather.ts';

/** One attempt as it physically is, before anybody reports it. */
export type Presentation = {
  readonly time: number;
  readonly terminal: Terminal;
  readonly operator: Operator | undefined;
  readonly interface: Interface;
  /** Null for a QR code. */
  readonly card: Card | null;
  readonly amount: number;
  /** Whether a PIN will be asked for. */
  readonly pin: boolean;
  /** Swiped because the chip could not be used. */
  readonly fallback: boolean;
  /** 0 for the first attempt of the sale. */
  readonly nth: number;
  readonly app: string;
  readonly firmware: string;
  readonly params: string;
  readonly weather: Weather;
  /** How the link is at this moment: round trip in ms, signal in dBm. Faults may make them worse. */
  rtt: number;
  signal: number | null;
};
