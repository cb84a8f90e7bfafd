import { fail, nearest, quote } from '@duka/model';
import type { Command } from './commands/command.ts';

const HELP = ['--help', '-h'];
const ALIASES: { readonly [word: string]: string } = {
  '--help': 'help',
  '-h': 'help',
  '--version': 'version',
  '-V': 'version',
};

/** Runs the command that the words name; returns its exit status. @throws DukaError for exit status 2 */
export async function run(words: readonly string[], commands: readonly Command[]): Promise<number> {
  const [first = 'help', ...rest] = words;
  const command = findCommand(ALIASES[first] ?? first, commands);
  return rest.some((word) => HELP.includes(word))
    ? findCommand('help', commands).run([command.name])
    : command.run(rest);
}

/** @throws DukaError usage.command */
export function findCommand(name: string, commands: readonly Command[]): Command {
  const found = commands.find((command) => command.name === name);
  if (found) return found;
  const names = commands.map((command) => command.name);
  throw fail('usage.command', { found: quote(name), nearest: nearest(name, names, 1)[0] ?? null });
}
