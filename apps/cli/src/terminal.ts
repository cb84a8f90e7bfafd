import type { Text } from '@duka/model';

/** How the output looks to whoever reads it: a person at a terminal, or a program in a pipe. */
export type Look = { readonly color: boolean; readonly width: number };

const WIDTH_IN_PIPE = 100;
const NARROWEST = 30;

export function lookOf(stream: NodeJS.WriteStream): Look {
  const { NO_COLOR, FORCE_COLOR, COLUMNS, TERM } = process.env;
  const color = FORCE_COLOR ? FORCE_COLOR !== '0' : Boolean(stream.isTTY) && !NO_COLOR && TERM !== 'dumb';
  // A terminal that does not know its width says 0.
  const width = stream.columns || Number(COLUMNS) || WIDTH_IN_PIPE;
  return { color, width: Math.max(NARROWEST, width) };
}

/** Both languages, Chinese first: whoever sees an error has no time to look for a switch. */
export function printError(text: Text): void {
  statusLine.clear();
  process.stderr.write(`错误：${text.zh}\nerror: ${text.en}\n`);
}

export function printNote(text: Text): void {
  statusLine.clear();
  process.stderr.write(`${text.zh}\n${text.en}\n`);
}

/**
 * Writes all of it to standard output, also into a slow pipe. A reader that has seen enough (head, less) closes the
 * pipe: that is no error of ours, and changes no exit status.
 */
export function printAll(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error && !isClosedPipe(error) ? reject(error) : resolve()));
  });
}

export const isClosedPipe = (error: NodeJS.ErrnoException): boolean => error.code === 'EPIPE';

/** A line on standard error that replaces itself; nothing in a pipe. */
export const statusLine = {
  drawn: false,

  /** Columns that it may use, null where there is no terminal. The last one is left free: it would wrap. */
  columns(): number | null {
    return process.stderr.isTTY ? (process.stderr.columns || 80) - 1 : null;
  },

  show(text: string): void {
    if (!process.stderr.isTTY) return;
    process.stderr.write(`\r\u001b[2K${text}`);
    this.drawn = true;
  },

  clear(): void {
    if (this.drawn) process.stderr.write('\r\u001b[2K');
    this.drawn = false;
  },
};
