import { importLogs } from '../../apps/cli/src/commands/import.ts';

/** Imports as the command does, and says on the last line what it took: ms and the peak of resident memory in MB. */
const started = performance.now();
process.exitCode = await importLogs(process.argv.slice(2));
const peak = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ ms: performance.now() - started, peak }));
