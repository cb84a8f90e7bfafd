import { CAUSE_IDS, INTERFACES, REASONS, STAGES } from '@duka/model';
import { describe, expect, it } from 'vitest';
import { OBSERVATIONS, recordAnswers } from '../src/index.ts';

type Record = Parameters<typeof recordAnswers>[0];

const ROWS: readonly (readonly [Record, object])[] = [
  [{}, {}],
  [{ interface: 'manual' }, {}],
  [
    { interface: 'magstripe', reason: 'parity' },
    { 'know.way': 'swipe', 'see.message': 'read_failed', 'see.stage': 'read' },
  ],
  [
    { interface: 'magstripe', fallback: true },
    { 'know.way': 'swipe', 'know.insert_works': 'no' },
  ],
  [{ stage: 'power_up' }, { 'see.stage': 'read' }],
  [{ reason: 'connect_failed' }, { 'see.message': 'network', 'see.stage': 'connect' }],
  [{ reason: 'declined' }, { 'see.message': 'declined', 'see.stage': 'answer' }],
  [{ reason: 'not_signed_in' }, { 'see.message': 'sign_in', 'see.stage': 'start' }],
  [
    { code: 'iso39:A0', interface: 'chip' },
    { 'know.way': 'insert', 'see.code': 'sign_in', 'see.message': 'sign_in', 'see.stage': 'answer' },
  ],
  [{ code: 'nobody:7' }, {}],
  [{ indicator: 'green:off red:on' }, { 'see.reader_light': 'red' }],
  [{ indicator: 'blue:BLINK red:off' }, { 'see.reader_light': 'blinking' }],
  [{ indicator: 'blue:off' }, { 'see.reader_light': 'off' }],
  [
    { link: 'cellular', signal_dbm: -104 },
    { 'see.link': 'sim', 'finding.signal': 'low' },
  ],
  [{ outcome: 'ok', interface: 'chip', code: 'iso39:00', link: 'wifi' }, { 'see.link': 'wifi' }],
];

describe('what a record answers by itself', () => {
  it.each(ROWS)('%j answers %j', (record, answers) => {
    expect(recordAnswers(record)).toEqual(answers);
  });

  it('gives only answers that the questions have, and none that rules every cause out', () => {
    const values = new Map(OBSERVATIONS.map((one) => [one.id, one]));
    const records = [
      ...REASONS.map((reason): Record => ({ reason })),
      ...STAGES.map((stage): Record => ({ stage })),
      ...INTERFACES.map((used): Record => ({ interface: used })),
    ];
    for (const record of records) {
      const answers = Object.entries(recordAnswers(record));
      for (const [id, value] of answers) expect(values.get(id)?.values, id).toContain(value);
      const left = CAUSE_IDS.filter((cause) =>
        answers.every(([id, value]) => {
          const { given, otherwise, values: all } = values.get(id)!;
          return (given[cause] ?? otherwise)[all.indexOf(value)]! > 0;
        }),
      );
      expect(left.length, JSON.stringify(record)).toBeGreaterThan(0);
    }
  });

  it('groups answer codes as the question says it to people', () => {
    const { labels } = OBSERVATIONS.find(({ id }) => id === 'see.code')!;
    for (const [group, { zh }] of Object.entries(labels))
      for (const [code] of zh.matchAll(/\b[0-9AC][0-9]\b/g))
        expect(recordAnswers({ code: `iso39:${code}` })['see.code'], code).toBe(group);
  });
});
