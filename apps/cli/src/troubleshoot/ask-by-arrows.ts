import type { Asker, Input, Menu, Output, Way } from './asker.ts';

/** One key at a time: escape sequences are keys too (ECMA-48; the O forms are those of a keypad in application mode). */
const ESC = '\u001b';
const KEYS = new RegExp(`${ESC}\\[[0-9;]*[A-Za-z~]|${ESC}O[A-Z]|[^]`, 'gu');

type Act = 'up' | 'down' | 'choose' | Way;
const ACTS: { readonly [key: string]: Act } = {
  '\u001b[A': 'up',
  '\u001bOA': 'up',
  k: 'up',
  '\u001b[B': 'down',
  '\u001bOB': 'down',
  j: 'down',
  '\t': 'down',
  '\r': 'choose',
  '\n': 'choose',
  ' ': 'choose',
  '\u001b[C': 'choose',
  '\u001bOC': 'choose',
  b: 'back',
  '\u001b[D': 'back',
  '\u001bOD': 'back',
  '\u007f': 'back',
  q: 'quit',
  '\u0003': 'quit',
  '\u0004': 'quit',
};

/** Options are chosen with arrow keys and Enter, or by their number. */
export function askByArrows(input: Input, output: Output, color: boolean): Asker {
  const keys = keysOf(input);
  return {
    async choose(menu) {
      let at = 0;
      output(`${menu.text.join('\n')}\n${drawn(menu, at, color)}`);
      for (;;) {
        const { done, value: key } = await keys.next();
        const act = done ? 'quit' : ACTS[key];
        const number = /^[1-9]$/.test(key ?? '') ? Number(key) - 1 : -1;
        const chosen = act === 'choose' ? at : number < menu.options.length ? number : -1;
        if (act === 'back' || act === 'quit') return leave(act);
        if (chosen >= 0) return leave(chosen);
        if (act === undefined) continue;
        at = (at + (act === 'up' ? menu.options.length - 1 : 1)) % menu.options.length;
        output(erased(menu) + drawn(menu, at, color));
      }

      function leave<T extends number | Way>(answer: T): T {
        output(erased(menu) + (typeof answer === 'number' ? `  ${menu.options[answer]}\n\n` : ''));
        return answer;
      }
    },
  };
}

const drawn = ({ options, help }: Menu, at: number, color: boolean): string =>
  [...options.map((option, i) => line(option, i === at, color)), color ? `\u001b[2m${help}\u001b[0m` : help]
    .map((row) => `${row}\n`)
    .join('');

function line(option: string, chosen: boolean, color: boolean): string {
  if (!chosen) return `    ${option}`;
  return color ? `\u001b[1m  > ${option}\u001b[0m` : `  > ${option}`;
}

/** Back to the first option, and everything below it cleared. */
const erased = ({ options }: Menu): string => `\u001b[${options.length + 1}A\r\u001b[J`;

async function* keysOf(input: Input): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    for (const [key] of text.matchAll(KEYS)) yield key;
  }
}
