import type { Asker, Input, Output, Way } from './asker.ts';

const WAYS: { readonly [word: string]: Way } = { b: 'back', q: 'quit', 返回: 'back', 退出: 'quit' };

/** For a pipe or a terminal that cannot move its cursor: options have numbers, answers are lines. */
export function askByLines(input: Input, output: Output): Asker {
  const lines = linesOf(input);
  return {
    async choose({ text, options, help }) {
      const width = String(options.length).length;
      const rows = options.map((option, i) => `  ${String(i + 1).padStart(width)}  ${option}`);
      output(`${[...text, ...rows, help].join('\n')}\n`);
      for (;;) {
        output('> ');
        const { done, value } = await lines.next();
        if (done) {
          return leave('quit');
        }
        const word = value.trim().toLowerCase();
        const way = WAYS[word];
        if (way) return leave(way);
        const number = /^\d+$/.test(word) ? Number(word) : 0;
        if (number >= 1 && number <= options.length) return leave(number - 1);
        output(`1–${options.length}, ${help}\n`);
      }

      function leave<T extends number | Way>(answer: T): T {
        output('\n');
        return answer;
      }
    },
  };
}

async function* linesOf(input: Input): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
  if (rest !== '') yield rest;
}
