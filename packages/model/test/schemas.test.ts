import {
  ACTIONS,
  ALARMS,
  CASES,
  CAUSES,
  CODE_NAMESPACES,
  CONTRADICTIONS,
  DEVICES,
  knowledgeFile,
  OBSERVATIONS,
} from '@duka/knowledge';
import { DRAWINGS } from '@duka/knowledge/drawings';
import { LESSONS } from '@duka/knowledge/training';
import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type {
  Action,
  Alarm,
  Case,
  Cause,
  CodeEntry,
  CodeNamespace,
  Complaint,
  Contradiction,
  Device,
  Drawing,
  Finding,
  Lesson,
  Report,
} from '../src/index.ts';
import { ATTEMPT_FIELD_NAMES, ATTEMPT_FIELDS, complain } from '../src/index.ts';
import type { ActionSchema } from '../src/schemas/action.ts';
import type { AlarmSchema } from '../src/schemas/alarm.ts';
import type { CaseSchema } from '../src/schemas/case.ts';
import type { CauseSchema } from '../src/schemas/cause.ts';
import type { CodeEntrySchema, CodeNamespaceSchema } from '../src/schemas/code.ts';
import type { ContradictionSchema } from '../src/schemas/contradiction.ts';
import type { DeviceSchema } from '../src/schemas/device.ts';
import type { DrawingSchema } from '../src/schemas/drawing.ts';
import type { ErrorSchema } from '../src/schemas/error.ts';
import type { FindingSchema } from '../src/schemas/finding.ts';
import { SCHEMAS } from '../src/schemas/index.ts';
import type { LessonSchema } from '../src/schemas/lesson.ts';
import type { ReportSchema } from '../src/schemas/report.ts';

/** The same type with everything in it readonly: Static gives mutable ones. */
type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T;
type Says<S extends TSchema> = Frozen<Static<S>>;

const faults = (name: string, value: unknown): readonly string[] =>
  Value.Errors(SCHEMAS[name]!, value).map(({ instancePath, message }) => `${instancePath} ${message}`);

const REPORT: Report = {
  schema: 'duka.report/1',
  input: {
    attempts: 2,
    rejected: 1,
    duplicates: 0,
    conflicts: 0,
    removed_card_data: 1,
    bad_cards: 0,
    terminals: 1,
    from: '2026-11-03T09:00:00+08:00',
    to: null,
    reject_samples: [
      { file: 'a.csv', line: 2, field: 'time', ...complain('attempt.missing', { field: 'time' }) },
      { file: 'a.csv', line: 3, field: null, ...complain('attempt.malformed', { found: '"x"' }) },
    ],
  },
  findings: [
    {
      id: 'F-1',
      scope: { terminal_id: 'T1', app_version: ['1.0', '1.1'] },
      since: '2026-11-03T09:00:00+08:00',
      until: null,
      detected_at: '2026-11-03T10:00:00.5+08:00',
      attempts: 2,
      failures: 2,
      expected_failures: 0.1,
      e_value: 100,
      causes: [{ cause: 'hardware.magstripe_head_worn', probability: 0.93 }],
      evidence: [{ text: { zh: '磁条', en: 'stripe' }, weight: -0.5 }],
      action: { id: 'clean.head', by: 'cashier', minutes: 2, text: { zh: '清洁', en: 'clean' } },
      lost: { sales: 1, amount_minor: 0, currency: null },
    },
  ],
};

describe('the schemas and the types', () => {
  it('say the same; a difference is a compile error', () => {
    expectTypeOf<Says<typeof ActionSchema>>().toEqualTypeOf<Frozen<Action>>();
    expectTypeOf<Says<typeof AlarmSchema>>().toEqualTypeOf<Frozen<Alarm>>();
    expectTypeOf<Says<typeof CaseSchema>>().toEqualTypeOf<Frozen<Case>>();
    expectTypeOf<Says<typeof CauseSchema>>().toEqualTypeOf<Frozen<Cause>>();
    expectTypeOf<Says<typeof CodeEntrySchema>>().toEqualTypeOf<Frozen<CodeEntry>>();
    expectTypeOf<Says<typeof CodeNamespaceSchema>>().toEqualTypeOf<Frozen<CodeNamespace>>();
    expectTypeOf<Says<typeof ContradictionSchema>>().toEqualTypeOf<Frozen<Contradiction>>();
    expectTypeOf<Says<typeof DeviceSchema>>().toEqualTypeOf<Frozen<Device>>();
    expectTypeOf<Says<typeof DrawingSchema>>().toEqualTypeOf<Frozen<Drawing>>();
    expectTypeOf<Says<typeof ErrorSchema>>().toEqualTypeOf<Frozen<Complaint>>();
    expectTypeOf<Says<typeof FindingSchema>>().toEqualTypeOf<Frozen<Finding>>();
    expectTypeOf<Says<typeof LessonSchema>>().toEqualTypeOf<Frozen<Lesson>>();
    expectTypeOf<Says<typeof ReportSchema>>().toEqualTypeOf<Frozen<Report>>();
  });
});

describe('every schema', () => {
  it.each(Object.entries(SCHEMAS))('%s has its id, a title and a description in both languages', (name, schema) => {
    expect(schema).toMatchObject({
      $id: `urn:duka:${name}:1`,
      title: expect.stringMatching(/^[A-Z].* \p{Script=Han}+$/u),
      description: expect.stringMatching(/./),
      'x-description-zh': expect.stringMatching(/\p{Script=Han}/u),
    });
  });

  it.each(Object.entries(SCHEMAS))('%s survives JSON: it holds nothing but JSON Schema', (_, schema) => {
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  });
});

describe('the attempt schema', () => {
  const schema = SCHEMAS.attempt as unknown as {
    required: string[];
    properties: Record<string, { 'x-unit'?: string }>;
  };

  it('has the fields of the table, in their order, and requires what it requires', () => {
    expect(Object.keys(schema.properties)).toEqual(ATTEMPT_FIELD_NAMES);
    expect(schema.required).toEqual(['time', 'terminal_id', 'interface', 'outcome']);
  });

  it('names the unit of every field that has one', () => {
    const withUnit = ATTEMPT_FIELD_NAMES.filter((name) => 'unit' in ATTEMPT_FIELDS[name]);
    expect(withUnit.map((name) => [name, schema.properties[name]?.['x-unit']])).toEqual([
      ['signal_dbm', 'dBm'],
      ['rtt_ms', 'ms'],
      ['duration_ms', 'ms'],
      ['amount_minor', 'minor unit of currency'],
    ]);
  });

  const attempt = { time: '2026-11-03T09:00:00+08:00', terminal_id: 'T1', interface: 'chip', outcome: 'ok' };

  it.each([
    ['the required fields alone', {}],
    ['a time in ms', { time: 1_793_667_600_000 }],
    ['null and empty for what is not known', { stage: null, reason: '', bin: '', rtt_ms: null, fallback: null }],
    ['a field that it does not name', { shift: { lane: 4 } }],
    ['every kind', { reason: 'mute', bin: '621234', fallback: true, signal_dbm: -71.5, amount_minor: 1999 }],
  ])('accepts %s', (_, more) => {
    expect(faults('attempt', { ...attempt, ...more })).toEqual([]);
  });

  it.each([
    ['no terminal', { terminal_id: undefined }],
    ['an empty terminal', { terminal_id: ' ' }],
    ['a terminal of 65 characters', { terminal_id: 'T'.repeat(65) }],
    ['an unknown stage', { stage: 'swipe' }],
    ['a bin of letters', { bin: 'visa00' }],
    ['a bin of nine digits', { bin: '621234567' }],
    ['a fraction of a cent', { amount_minor: 0.5 }],
    ['a time before 1970', { time: -1 }],
  ])('refuses %s', (_, more) => {
    expect(faults('attempt', JSON.parse(JSON.stringify({ ...attempt, ...more })))).not.toEqual([]);
  });
});

describe('the other schemas', () => {
  it('accept a report', () => {
    expect(faults('report', REPORT)).toEqual([]);
    expect(faults('finding', REPORT.findings[0])).toEqual([]);
  });

  it.each([
    ['of another version', { ...REPORT, schema: 'duka.report/2' }],
    ['without input', { ...REPORT, input: undefined }],
    ['with a cause that nobody knows', withFinding({ causes: [{ cause: 'hardware.gremlin', probability: 1 }] })],
    ['with a probability above one', withFinding({ causes: [{ cause: 'unknown.other', probability: 1.1 }] })],
    ['with a scope over no column of the input', withFinding({ scope: { mood: 'bad' } })],
    ['with half a failure', withFinding({ failures: 0.5 })],
    ['with a text in one language', withFinding({ evidence: [{ text: { zh: '磁条' }, weight: 1 }] })],
    ['with a local time', withFinding({ since: '2026-11-03T09:00:00' })],
  ])('refuse a report %s', (_, report) => {
    expect(faults('report', JSON.parse(JSON.stringify(report)))).not.toEqual([]);
  });

  it('accept all of the knowledge', () => {
    expect(Object.values(ACTIONS).flatMap((action) => faults('action', action))).toEqual([]);
    expect(Object.values(CAUSES).flatMap((cause) => faults('cause', cause))).toEqual([]);
    expect(CASES.flatMap((story) => faults('case', story))).toEqual([]);
    expect(ALARMS.flatMap((alarm) => faults('alarm', alarm))).toEqual([]);
    expect(CONTRADICTIONS.flatMap((rule) => faults('contradiction', rule))).toEqual([]);
    expect(DEVICES.flatMap((device) => faults('device', device))).toEqual([]);
    expect(Object.values(DRAWINGS).flatMap((drawing) => faults('drawing', drawing))).toEqual([]);
    expect(LESSONS.flatMap((lesson) => faults('lesson', lesson))).toEqual([]);
    expect(CODE_NAMESPACES.flatMap((namespace) => faults('code-namespace', namespace))).toEqual([]);
    expect(CODE_NAMESPACES.flatMap(({ entries }) => entries.flatMap((entry) => faults('code-entry', entry)))).toEqual(
      [],
    );
  });

  it('accept what complain makes, wherever it says that it is', () => {
    const complaint = complain('attempt.missing', { field: 'time' });
    expect(faults('error', complaint)).toEqual([]);
    expect(faults('error', { ...complaint, path: '/observations/x' })).toEqual([]);
    expect(faults('error', { ...complaint, code: 'attempt.late' })).not.toEqual([]);
  });

  const observation = {
    id: 'swipes_of_others_read',
    cost: 1,
    values: ['yes', 'no'],
    given: { 'card.stripe_damaged': [0.9, 0.1] },
    otherwise: [0.05, 0.95],
  };
  const knowledge = {
    schema: 'duka.knowledge/1',
    faults: 'single',
    causes: [{ id: 'card.stripe_damaged', prior: 0.5, text: { zh: '磁条损坏', en: 'stripe damaged' } }],
    observations: [observation],
    actions: [{ id: 'use.chip', cost: 0.5, fixes: { 'card.stripe_damaged': 0.95 } }],
    call: { id: 'call.service', cost: 100 },
  };

  it("accept Duka's own knowledge file, and every observation in it", () => {
    expect(faults('knowledge', JSON.parse(JSON.stringify(knowledgeFile())))).toEqual([]);
    for (const observation of OBSERVATIONS) expect(faults('observation', observation)).toEqual([]);
  });

  it('accept a knowledge file, with text and causes of its own', () => {
    expect(faults('observation', observation)).toEqual([]);
    expect(faults('knowledge', knowledge)).toEqual([]);
    expect(faults('knowledge', { ...knowledge, faults: 'independent', causes: [{ id: 'mine', prior: 1 }] })).toEqual(
      [],
    );
  });

  it('accept closed cases, from nothing but a cause on, and what they teach', () => {
    const whole = {
      cause: 'mine',
      observations: { light: 'on', door: null },
      failed: ['wipe'],
      helped: 'swap',
      minutes: { swap: 7.5 },
    };
    expect(faults('closed-case', whole)).toEqual([]);
    expect(faults('closed-case', { cause: 'mine', helped: null })).toEqual([]);
    expect(faults('closed-case', { helped: 'swap' })).not.toEqual([]);
    expect(faults('closed-case', { ...whole, minutes: { swap: -1 } })).not.toEqual([]);
    expect(faults('learned', { schema: 'duka.learned/1', counts: { cases: 1, 'minutes/swap/log': -7 } })).toEqual([]);
    expect(faults('learned', { schema: 'duka.learned/1', counts: { cases: 0.5 } })).not.toEqual([]);
  });

  it.each([
    ['faults of a third kind', { faults: 'double' }],
    ['no cause', { causes: [] }],
    ['a prior above one', { causes: [{ id: 'x', prior: 2 }] }],
    ['an observation with one value', { observations: [{ ...observation, values: ['yes'] }] }],
    ['an action that costs less than nothing', { actions: [{ id: 'x', cost: -1, fixes: {} }] }],
    ['no call', { call: undefined }],
  ])('refuse a knowledge file with %s', (_, more) => {
    expect(faults('knowledge', JSON.parse(JSON.stringify({ ...knowledge, ...more })))).not.toEqual([]);
  });
});

function withFinding(more: object): object {
  return { ...REPORT, findings: [{ ...REPORT.findings[0], ...more }] };
}
