import { DukaError, quote } from '@duka/model';
import { COMMANDS } from './commands/index.ts';
import { run } from './run.ts';
import { isClosedPipe, printError } from './terminal.ts';

/** Exit status of a usage or input error, and of an error of our own: 1 would say that there are findings. */
const FAILED = 2;

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (!isClosedPipe(error)) process.exit(FAILED);
  });
}

process.on('uncaughtException', (error) => {
  report(error);
  process.exit(FAILED);
});

try {
  process.exitCode = await run(process.argv.slice(2), COMMANDS);
} catch (error) {
  report(error);
  process.exitCode = FAILED;
}

/** A message of foreign code may quote the input: it is made safe. DUKA_DEBUG shows where it came from. */
function report(error: unknown): void {
  if (error instanceof DukaError) {
    printError(error.text);
    return;
  }
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  printError({
    zh: `Duka 自身出错：${quote(said, 200)}。请用 DUKA_DEBUG=1 再运行一次，并把输出报告给开发者。`,
    en: `Duka itself failed: ${quote(said, 200)}. Run it again with DUKA_DEBUG=1 and report what it prints.`,
  });
  if (process.env.DUKA_DEBUG && error instanceof Error) {
    process.stderr.write(
      `${(error.stack ?? '')
        .split('\n')
        .filter((line) => /^\s+at /.test(line))
        .join('\n')}\n`,
    );
  }
}
