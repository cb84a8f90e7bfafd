import { findCommand } from '../run.ts';
import { printAll } from '../terminal.ts';
import type { Command } from './command.ts';

/** `duka help [COMMAND]`. @throws DukaError usage.command where there is no such command */
export async function help([name]: readonly string[], commands: readonly Command[]): Promise<number> {
  await printAll(name === undefined || name === 'help' ? overview(commands) : detailed(findCommand(name, commands)));
  return 0;
}

function overview(commands: readonly Command[]): string {
  const lines = commands.map(({ usage, summary }) => `  ${usage}\n      ${summary.zh}\n      ${summary.en}`);
  return `读卡 Duka — 读卡失败，找到原因，给出办法 / why cards are not read, and the cure\n\n${lines.join('\n\n')}\n`;
}

function detailed({ usage, summary, details }: Command): string {
  const lines = details.map(({ zh, en }) => `\n  ${zh}\n  ${en}\n`).join('');
  return `${usage}\n\n  ${summary.zh}\n  ${summary.en}\n${lines}`;
}
