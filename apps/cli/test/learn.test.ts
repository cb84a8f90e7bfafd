import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { duka, scratch } from './log-fixture.ts';

const { path, write } = scratch();

const CASE = {
  cause: 'hardware.chip_contacts_dirty',
  observations: { 'know.way': 'insert', 'see.chip': null },
  failed: ['present.insert_fully'],
  helped: 'clean.contacts',
  minutes: { 'clean.contacts': 12 },
};
/** As `duka guide --reports` writes it. */
const REPORT = {
  schema: 'duka.guide/1',
  id: 'a',
  outcome: 'fixed',
  fixed_by: 'clean.wipe_stripe',
  causes: [{ cause: 'card.stripe_damaged', probability: 0.9 }],
  answers: [{ id: 'know.way', value: 'swipe' }],
  steps: [
    { id: 'clean.head', outcome: 'failed' },
    { id: 'present.other_way', outcome: 'skipped' },
    { id: 'clean.wipe_stripe', outcome: 'helped' },
  ],
};
const COUNTS = {
  cases: 2,
  'cause/card.stripe_damaged': 1,
  'cause/hardware.chip_contacts_dirty': 1,
  'failed/clean.head/card.stripe_damaged': 1,
  'failed/present.insert_fully/hardware.chip_contacts_dirty': 1,
  'helped/clean.contacts/hardware.chip_contacts_dirty': 1,
  'helped/clean.wipe_stripe/card.stripe_damaged': 1,
  'minutes/clean.contacts/log': 2485,
  'minutes/clean.contacts/log2': 6175225,
  'minutes/clean.contacts/times': 1,
  'seen/know.way/card.stripe_damaged/swipe': 1,
  'seen/know.way/hardware.chip_contacts_dirty/insert': 1,
};
const lines = (...values: readonly unknown[]) =>
  values.map((value) => `${typeof value === 'string' ? value : JSON.stringify(value)}\n`).join('');

const SMALL = {
  schema: 'duka.knowledge/1',
  faults: 'single',
  causes: [
    { id: 'dirt', prior: 0.5 },
    { id: 'wear', prior: 0.5 },
  ],
  observations: [],
  actions: [{ id: 'wipe', cost: 5, fixes: { dirt: 1 } }],
  call: { id: 'call', cost: 100 },
};

describe('duka learn', () => {
  it('counts cases and reports of the guide, one a line, and names what it cannot use', async () => {
    const cases = write(
      'cases.ndjson',
      lines(
        CASE,
        { ...CASE, cause: 'hardware.chip_contacts_dirtx' },
        'x',
        { ...CASE, failed: ['wipe'] },
        { ...REPORT, causes: [] },
        REPORT,
        { ...REPORT, id: 'b', outcome: 'handed_over' },
        { ...REPORT, id: 'c', causes: [{ cause: 'card.stripe_damaged', probability: 0.6 }] },
        { schema: 'duka.lesson/1', id: 'd' },
      ),
    );
    const { status, out, err } = await duka(['learn', cases]);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toEqual({ schema: 'duka.learned/1', counts: COUNTS });
    expect(err).toContain(
      ':2：/cause 写了 "hardware.chip_contacts_dirtx"，知识里没有。是否想写 "hardware.chip_contacts_dirty"？',
    );
    expect(err).toContain(':3: the line is not JSON: "x"');
    expect(err).toContain(':4: /failed/0 has "wipe"');
    expect(err).toContain('Learned from 2 cases; 4 lines have no clear cause, 3 cannot be used.');
  });

  it('gives the same for the same lines, whatever their order and packing, and the last word of a course counts', async () => {
    const early = { ...REPORT, fixed_by: 'clean.head' };
    const packed = write('cases.ndjson.gz', gzipSync(lines(early, CASE, REPORT)));
    expect(JSON.parse((await duka(['learn', packed])).out).counts).toEqual(COUNTS);
    const { out } = await duka(['learn', '-'], { input: lines(REPORT, CASE) });
    expect(JSON.parse(out).counts).toEqual(COUNTS);
  });

  it('adds to what was learned before, also in place of it', async () => {
    const learned = path('learned.json');
    const first = await duka(['learn', write('one.ndjson', lines(CASE)), '--out', learned]);
    expect({ status: first.status, out: first.out }).toEqual({ status: 0, out: '' });
    await duka(['learn', learned, write('two.ndjson', lines(REPORT)), '--out', learned]);
    expect(JSON.parse(readFileSync(learned, 'utf8')).counts).toEqual(COUNTS);
  });

  it('moves the chances of the troubleshooter, and of knowledge of your own', async () => {
    const knowledge = write('small.json', JSON.stringify(SMALL));
    const cases = write('small.ndjson', lines(...Array.from({ length: 40 }, () => ({ cause: 'wear' }))));
    const learned = path('small-learned.json');
    await duka(['learn', cases, '--knowledge', knowledge, '--out', learned]);
    const words = ['troubleshoot', '--format', 'json', '--knowledge', knowledge, '--learned', learned];
    const { out } = await duka(words, { input: '{}' });
    // forty cases weigh as much as the expert's word: (0.5 × 40 + 40) / 80
    expect(JSON.parse(out).causes[0]).toEqual({ cause: 'wear', probability: 0.75 });
  });

  it.each([
    [['learn'], '缺少案例的文件'],
    [['learn', 'none.ndjson'], '没有这个文件'],
    [
      ['learn', write('no-case.ndjson', '{}\n{"schema":"duka.lesson/1"}\n')],
      '没有学到东西：1 行读不懂，1 行没有明确的原因',
    ],
    [['learn', write('old.json', '{"schema":"duka.learned/0","counts":{}}')], '/schema 是 "duka.learned/0"'],
    [['troubleshoot', '--learned', write('list.json', '[]')], '学到的数据的 / 是 "[]"；应为一个对象'],
    [
      ['troubleshoot', '--learned', write('foreign.json', '{"schema":"duka.learned/1","counts":{"cause/rust":1}}')],
      '所用的知识里一个都没有',
    ],
  ])('refuses %j', async (words, message) => {
    const { status, out, err } = await duka(words);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(message);
  });
});
