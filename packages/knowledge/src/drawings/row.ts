import type { Drawing } from '@duka/model';

/** A row of a table of drawings: the id is its key. */
export type DrawingTable = Readonly<Record<string, Omit<Drawing, 'id'>>>;
