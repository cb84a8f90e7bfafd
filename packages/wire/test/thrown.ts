import { WireError } from '@duka/wire';

/** The typed error that `run` ends with; anything else is a failure of the test. */
export function thrown(run: () => unknown): WireError {
  try {
    run();
  } catch (error) {
    if (error instanceof WireError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
