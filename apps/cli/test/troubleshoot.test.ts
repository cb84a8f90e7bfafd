import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { readKnowledge } from '@duka/diagnosis';
import { describe, expect, it } from 'vitest';
import { askByArrows } from '../src/troubleshoot/ask-by-arrows.ts';
import { askByLines } from '../src/troubleshoot/ask-by-lines.ts';
import type { Asker, Input, Output } from '../src/troubleshoot/asker.ts';
import { talk } from '../src/troubleshoot/talk.ts';
import { duka, MAIN, scratch } from './log-fixture.ts';

const { write } = scratch();

const KNOWLEDGE = {
  schema: 'duka.knowledge/1',
  faults: 'single',
  causes: [
    { id: 'dirt', prior: 0.5, text: { zh: '脏', en: 'Dirt' } },
    { id: 'wear', prior: 0.5, text: { zh: '磨损', en: 'Wear' } },
  ],
  observations: [
    {
      id: 'light',
      cost: 1,
      values: ['on', 'off'],
      given: { dirt: [1, 0] },
      otherwise: [0.25, 0.75],
      text: { zh: '灯亮吗？', en: 'Is the light on?' },
      labels: { on: { zh: '亮', en: 'On' }, off: { zh: '不亮', en: 'Off' } },
    },
  ],
  actions: [
    { id: 'wipe', cost: 5, fixes: { dirt: 1 }, text: { zh: '擦一擦。', en: 'Wipe it.' } },
    { id: 'swap', cost: 40, fixes: { wear: 1 }, text: { zh: '换磁头。', en: 'Swap the head.' } },
  ],
  call: { id: 'call', cost: 100, text: { zh: '报修。', en: 'Call service.' } },
};
const file = write('small.json', JSON.stringify(KNOWLEDGE));

const YAML = `schema: duka.knowledge/1
faults: single
causes:
  - {id: dirt, prior: 1}
observations: []
actions:
  - id: wipe # the cheapest
    cost: 5
    fixes: {dirt: 0.5}
call: {id: call, cost: 100}
`;

async function answers(input: string, ...words: readonly string[]) {
  const { status, out, err } = await duka(['troubleshoot', '--format', 'json', ...words], { input });
  return {
    status,
    err,
    lines: out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
}

describe('duka troubleshoot --format json', () => {
  it('answers each line with a line, in order, and goes on after a bad one', async () => {
    const requests = [
      '{}',
      'light on',
      '{"observations":{"light":"blue"}}',
      '',
      '{"context":{"terminal_id":"T1"},"observations":{"light":"off"},"done":[]}',
      '{"observations":{"light":"on"},"done":["wipe"]}',
      '{"observations":{"light":"off"},"done":["swap"]}',
    ];
    const { status, err, lines } = await answers(requests.join('\n'), '--knowledge', file);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(lines).toHaveLength(6);
    // wipe first: 5 + 0.5 × 40 = 25; ask first: 1 + 0.625 × (5 + 0.2 × 40) + 0.375 × 40 = 24.125; wipe, and then nothing is left to ask
    expect(lines[0]).toEqual({
      causes: [
        { cause: 'dirt', probability: 0.5 },
        { cause: 'wear', probability: 0.5 },
      ],
      next: { kind: 'ask', id: 'light', text: { zh: '灯亮吗？', en: 'Is the light on?' }, cost: 1 },
      expected_cost: 24.125,
    });
    expect(lines[1].error).toMatchObject({ code: 'request.malformed', path: '' });
    expect(lines[2].error).toMatchObject({ code: 'request.value', path: '/observations/light' });
    expect(lines[2].error.text.zh).toContain('"on"、"off"');
    expect(lines[3].next).toMatchObject({ kind: 'do', id: 'swap', cost: 40 });
    expect(lines[3].causes[0]).toEqual({ cause: 'wear', probability: 1 });
    expect(lines[4]).toMatchObject({ next: { id: 'swap' }, expected_cost: 40 });
    expect(lines[5].error).toMatchObject({ code: 'request.contradiction', path: '/done/0' });
  });

  it("knows Duka's own knowledge, and never asks people what only a log tells", async () => {
    const { lines } = await answers('{"observations":{},"done":[]}\n');
    expect(lines[0].causes).toHaveLength(40);
    expect(lines[0].next).toMatchObject({ kind: 'ask', text: { en: expect.stringMatching(/\?$/) } });
  });

  it('takes what a record of the attempt says: answers, and what the maker of its model forbids', async () => {
    const ask = (request: object) => `${JSON.stringify(request)}\n`;
    const dirty = {
      observations: {
        'know.way': 'insert',
        'know.cards': 'every',
        'see.chip_slot': 'dirty',
        'know.tap_works': 'yes',
        'know.began': 'weeks',
        'see.message': 'read_failed',
      },
      done: ['clean.wipe_chip'],
    };
    const { lines } = await answers(
      [
        ask({ observations: { 'know.way': 'swipe', 'see.message': 'read_failed', 'see.stage': 'read' } }),
        ask({ context: { interface: 'MAGSTRIPE', reason: 'parity', terminal_id: 'T1', time: 'yesterday' } }),
        ask({ context: { interface: 'magstripe' }, observations: { 'know.way': 'tap' } }),
        ask({ observations: { 'know.way': 'tap' } }),
        ask({ ...dirty, context: { model: 'N950' } }),
        ask({ ...dirty, context: { model: 'Ingenico iCT250' } }),
        ask({ context: { interface: 'laser', card_ref: '4111111111111111' } }),
      ].join(''),
    );
    expect(lines[1]).toEqual(lines[0]);
    expect(lines[1].causes[0].cause).toBe('hardware.magstripe_head_dirty');
    expect(lines[2]).toEqual(lines[3]);
    expect(lines[4].causes).toEqual(lines[5].causes);
    expect(lines[4].next.id).toBe('clean.contacts');
    expect(lines[5].next.id).not.toBe('clean.contacts');
    expect(lines[6].error).toMatchObject({ code: 'attempt.enum', path: '/context/interface' });
    expect(JSON.stringify(lines)).not.toContain('4111');
  });

  it('reads YAML as well, and refuses with path and reason what it cannot use', async () => {
    const { lines } = await answers('{}\n', '--knowledge', write('k.yaml', YAML));
    expect(lines[0].expected_cost).toBe(55);
    const refusals = [
      [YAML.replace('knowledge/1', 'knowledge/0'), '/schema of the knowledge file is "duka.knowledge/0"'],
      [
        YAML.replace('cost: 5', 'cost: -5'),
        '/actions/0/cost of the knowledge file is "-5"; needed a number of 0 or more',
      ],
      [YAML.replace('    cost: 5', '\tcost: 5'), 'cannot be read at line 8'],
      [YAML.replace('prior: 1', 'prior: *one'), 'cannot be read'],
      ['', '/ of the knowledge file is "null"; needed an object'],
    ] as const;
    for (const [text, said] of refusals) {
      const { status, out, err } = await duka(['troubleshoot', '--knowledge', write('bad.yaml', text)], { input: '' });
      expect({ status, out }).toEqual({ status: 2, out: '' });
      expect(err).toContain(said);
    }
    expect((await duka(['troubleshoot', '--knowledge', 'none.json'], { input: '' })).err).toContain('no such file');
  });

  it('answers at once: the next request may depend on the answer', async () => {
    const words = [MAIN, 'troubleshoot', '--format', 'json', '--knowledge', file];
    const child = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'ignore'] });
    const output = child.stdout[Symbol.asyncIterator]();
    for (const request of [
      '{}',
      '{"observations":{"light":"on"}}',
      '{"observations":{"light":"on"},"done":["wipe"]}',
    ]) {
      child.stdin.write(`${request}\n`);
      expect(JSON.parse(String((await output.next()).value)).next.id).toBeTruthy();
    }
    child.stdin.end();
    expect((await output.next()).done).toBe(true);
  });
});

async function* typed(...chunks: readonly string[]): AsyncGenerator<Buffer> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

const conversation = (way: (input: Input, output: Output) => Asker, ...keys: readonly string[]) =>
  conversationOver(KNOWLEDGE, way, ...keys);

async function conversationOver(
  knowledge: object,
  way: (input: Input, output: Output) => Asker,
  ...keys: readonly string[]
) {
  let shown = '';
  const output = (text: string) => {
    shown += text;
  };
  const model = readKnowledge(knowledge);
  await talk({ model, asker: way(typed(...keys), output), output, lang: 'en', width: 60, help: 'help' });
  return shown;
}

const arrows = (input: Input, output: Output) => askByArrows(input, output, false);

describe('duka troubleshoot at a terminal', () => {
  it('is steered with arrow keys and Enter, whole or in pieces', async () => {
    // Down to "Off", Enter; the head is swapped; up from the first option goes round to the last.
    const shown = await conversation(arrows, '\u001b[B\r', '\r');
    expect(shown).toContain("Is the light on?\n  > On\n    Off\n    I don't know\nhelp\n");
    expect(shown).toContain('    On\n  > Off\n');
    expect(shown).toContain('Likely: Wear 100 %\nSwap the head.  (about 40 min)\n');
    expect(shown).toMatch(/Good: the trouble is gone\.\n$/);
    expect(await conversation(arrows, '\u001bOA\u001bOA\r', '1')).toContain('Swap the head.');
  });

  it('takes numbers, goes back, and quits by q, Ctrl-C and the end of the input', async () => {
    const shown = await conversation(arrows, '1', 'b', '2', 'q');
    expect(shown.match(/Is the light on\?/g)).toHaveLength(2);
    expect(shown).toContain('Wipe it.');
    expect(shown).not.toContain('trouble is gone');
    for (const end of ['q', '\u0003', '\u0004', '']) {
      expect(await conversation(arrows, end)).not.toContain('Wipe');
    }
  });

  it('takes "don\'t know" for an answer, and another step where one cannot be done', async () => {
    const shown = await conversation(arrows, '3', '3', '2');
    expect(shown).toContain('Wipe it.');
    expect(shown).toContain('Swap the head.');
    expect(shown).toMatch(/Call service\.\nCall service, and hand over what follows:\n/);
    expect(shown).toContain("seen:\n  - Is the light on? I don't know\n");
    expect(shown).toContain('tried without success:\n  - Swap the head.\ncould not be done:\n  - Wipe it.\n');
  });

  it('asks again where the answers contradict each other', async () => {
    const shown = await conversation(arrows, '2', '2', 'q');
    expect(shown).toContain('No cause allows these answers together.');
    expect(shown.match(/Swap the head\./g)).toHaveLength(2);
  });

  it('asks again where the file says that answers contradict each other', async () => {
    const [light] = KNOWLEDGE.observations;
    const asks = (id: string, cause: string) => ({
      ...light,
      id,
      given: { [cause]: [0.98, 0.02] },
      otherwise: [0.02, 0.98],
    });
    const off = (observation: string) => ({ observation, values: ['off'] });
    const knowledge = {
      ...KNOWLEDGE,
      causes: ['dirt', 'wear', 'net'].map((id) => ({ id, prior: 1 })),
      observations: [asks('light', 'dirt'), asks('lamp', 'wear')],
      actions: ['dirt', 'wear', 'net'].map((id) => ({ id: `mend ${id}`, cost: 40, fixes: { [id]: 1 } })),
      contradictions: [{ id: 'x', between: [off('light'), off('lamp')], text: { zh: '不对', en: 'It is one lamp.' } }],
    };
    const shown = await conversationOver(knowledge, arrows, '2', '2', 'q');
    expect(shown).toContain('It is one lamp.\nPlease answer the last question again.\n');
  });

  it('does at once what an answer calls for, once', async () => {
    const alarm = { id: 'fire', when: { observation: 'light', values: ['on'] }, text: { zh: '起火', en: 'Fire!' } };
    const urgent = { ...KNOWLEDGE, alarms: [{ ...alarm, action: 'swap' }] };
    const shown = await conversationOver(urgent, arrows, '1', '2', 'q');
    expect(shown).toMatch(/Fire!\n.*Swap the head\./s);
    expect(shown.match(/Fire!/g)).toHaveLength(1);
    expect(shown).toContain('Wipe it.');
    const call = { ...KNOWLEDGE, alarms: [{ ...alarm, action: 'call' }] };
    expect(await conversationOver(call, arrows, '1')).toMatch(/Fire!\nCall service\.\n/);
  });

  it('sets one- and two-digit numbers below each other', async () => {
    let shown = '';
    const asker = askByLines(Readable.from([]), (text) => (shown += text));
    await asker.choose({ text: [], options: Array.from({ length: 10 }, (_, i) => `way ${i}`), help: 'help' });
    expect(shown).toContain('   9  way 8\n  10  way 9\nhelp\n');
  });

  it('works line by line where nothing can be drawn', async () => {
    const shown = await conversation(askByLines, '2\n', 'x\n0\n', '1\n');
    expect(shown).toContain("  1  On\n  2  Off\n  3  I don't know\nhelp\n> ");
    expect(shown.match(/1–3, help/g)).toHaveLength(2);
    expect(shown).toMatch(/trouble is gone\.\n$/);
    expect(await conversation(askByLines, '3\nb\n退出')).not.toContain('gone');
  });

  it('as a process with a pipe speaks Chinese, and ends well', async () => {
    const { status, out, err } = await duka(['troubleshoot', '--knowledge', file], { input: '2\n1\n' });
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('灯亮吗？\n  1  亮\n  2  不亮\n  3  不知道\n输入编号；b 上一步，q 退出\n');
    expect(out).toMatch(/太好了，问题解决了。\n$/);
  });
});
