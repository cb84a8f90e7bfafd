import { writeSync } from 'node:fs';
import type { Text } from '@duka/model';

/** How the output looks to whoever reads it: a person at a terminal, or a program in a pipe. */
export type Look = { readonly color: boolean; readonly width: number };

const WIDTH_IN_PIPE = 100;

export function lookOf(stream: NodeJS.WriteStream): Look {
  const { NO_COLOR, FORCE_COLOR, COLUMNS, TERM } = process.env;
  const color = FORCE_COLOR ? FORCE_COLOR !== '0' : Boolean(stream.isTTY) && !NO_COLOR && TERM !== 'dumb';
  const width = stream.columns ?? (Number(COLUMNS) || WIDTH_IN_PIPE);
  return { color, width: Math.max(30, width) };
}

/** Both languages, Chinese first: whoever sees an error has no time to look for a switch. */
export function printError(text: Text): void {
  process.stderr.write(`错误:${text.zh}\nerror: ${text.en}\n`);
}

export function printNote(text: Text): void {
  process.stderr.write(`${text.zh}\n${text.en}\n`);
}

/** Writes all of it to standard output, also into a slow pipe. */
export function printAll(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

/** A line on standard error that replaces itself; nothing in a pipe. */
export class StatusLine {
  readonly #shown = Boolean(process.stderr.isTTY);
  #drawn = false;

  show(text: string): void {
    if (!this.#shown) return;
    writeSync(2, `\r\u001b[2K${text}`);
    this.#drawn = true;
  }

  clear(): void {
    if (this.#drawn) writeSync(2, '\r\u001b[2K');
    this.#drawn = false;
  }
}
