import { printAll } from '../terminal.ts';
import { COMMANDS } from './index.ts';

export async function help([name]: readonly string[]): Promise<number> {
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (command && command.name !== 'help') {
    const details = command.details.map(({ zh, en }) => `  ${zh}\n  ${en}\n`).join('\n');
    await printAll(`${command.usage}\n\n  ${command.summary.zh}\n  ${command.summary.en}\n\n${details}`);
    return 0;
  }
  const lines = COMMANDS.map(({ usage, summary }) => `  ${usage}\n      ${summary.zh}\n      ${summary.en}`);
  await printAll(`读卡 Duka — 读卡失败,找到原因,给出办法 / why cards are not read, and the cure\n\n${lines.join('\n\n')}\n`);
  return 0;
}
