import { DukaError, fail, nearest, quote } from '@duka/model';
import { COMMANDS } from './commands/index.ts';
import { printError } from './terminal.ts';

/** Exit status of a usage or input error. */
const USAGE = 2;

async function main(words: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = words;
  const wanted = name === '--help' || name === '-h' ? 'help' : name === '--version' || name === '-V' ? 'version' : name;
  const command = COMMANDS.find((candidate) => candidate.name === wanted);
  if (!command) {
    const near = nearest(wanted, COMMANDS.map((known) => known.name), 1)[0] ?? null;
    throw fail('usage.command', { found: quote(wanted), nearest: near });
  }
  if (rest.includes('--help') || rest.includes('-h')) return COMMANDS.find(({ name: known }) => known === 'help')!.run([wanted]);
  return command.run(rest);
}

// A reader that has seen enough (head, less) closes the pipe: that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : USAGE));

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof DukaError)) throw error;
  printError(error.text);
  process.exitCode = USAGE;
}
