import { DukaError } from '@duka/model';
import { describe, expect, it } from 'vitest';
import type { Request } from '../src/index.ts';
import { readKnowledge, troubleshoot } from '../src/index.ts';
import { SMALL } from './knowledge-fixture.ts';
import { presentChances } from './oracle.ts';

const single = readKnowledge(SMALL);
const ask = (request: object, model = single) =>
  troubleshoot(model, { observations: {}, done: [], ...request } as Request);
const chances = (request: object, model = single) =>
  Object.fromEntries(ask(request, model).causes.map(({ cause, probability }) => [cause, probability]));

function refusal(request: unknown, model = single) {
  try {
    troubleshoot(model, request as Request);
  } catch (error) {
    if (error instanceof DukaError) return { code: error.code, path: error.path, en: error.text.en };
  }
  return null;
}

function expectClose(found: { readonly [cause: string]: number }, wanted: { readonly [cause: string]: number }) {
  expect(Object.keys(found).sort()).toEqual(Object.keys(wanted).sort());
  for (const [cause, chance] of Object.entries(wanted)) expect(found[cause], cause).toBeCloseTo(chance, 12);
}

describe('with exactly one fault', () => {
  it('knows no more than the priors at first', () => {
    expectClose(chances({}), { dirt: 0.5, wear: 0.3, net: 0.2 });
  });

  it('multiplies the chances of the answers, and of the failures of what was done', () => {
    const weights = { dirt: 0.5 * 0.9 * 0.1, wear: 0.3 * 0.2, net: 0.2 * 0.05 };
    const sum = weights.dirt + weights.wear + weights.net;
    expectClose(chances({ observations: { light: 'on' }, done: ['wipe'] }), {
      dirt: weights.dirt / sum,
      wear: weights.wear / sum,
      net: weights.net / sum,
    });
  });

  it('takes "don\'t know" for an answer that says nothing, and does not ask again', () => {
    expect(ask({}).next).toMatchObject({ kind: 'ask', id: 'light', cost: 1 });
    for (const answer of [null, 'unknown', '不知道']) {
      expectClose(chances({ observations: { light: answer } }), { dirt: 0.5, wear: 0.3, net: 0.2 });
      expect(ask({ observations: { light: answer } }).next.id).toBe('wipe');
    }
  });

  it('counts an action once that is said twice', () => {
    expect(ask({ done: ['wipe', 'wipe'] })).toEqual(ask({ done: ['wipe'] }));
  });

  it('names the cause with most chance first, and the others in the order of the file', () => {
    expect(ask({ observations: { light: 'off' } }).causes.map(({ cause }) => cause)).toEqual(['wear', 'net', 'dirt']);
    const even = readKnowledge({ ...SMALL, causes: SMALL.causes.map(({ id }) => ({ id, prior: 1 })) });
    expect(ask({}, even).causes.map(({ cause }) => cause)).toEqual(['dirt', 'wear', 'net']);
  });

  it('has words for every step, also where the file has none', () => {
    expect(ask({}).next.text).toEqual({ zh: '请查看：light', en: 'Find out: light' });
  });
});

describe('with independent faults', () => {
  const several = { ...SMALL, faults: 'independent' };
  const model = readKnowledge(several);

  it.each([
    [{}, []],
    [{ light: 'on' }, []],
    [{ light: 'off' }, []],
    [{}, ['swap']],
    [{ light: 'on' }, ['wipe', 'swap']],
    [{ light: 'off' }, ['wipe', 'swap', 'restart']],
  ] as const)('weighs all sets of causes: %j, then %j', (observations, done) => {
    expectClose(chances({ observations, done }, model), presentChances(SMALL, observations, done));
  });

  it('weighs sets of up to three where there are more than twelve causes', () => {
    const causes = Array.from({ length: 14 }, (_, i) => ({ id: `c${i}`, prior: 0.02 + 0.01 * i }));
    const observations = [
      { id: 'o', cost: 1, values: ['y', 'n'], given: { c0: [0.9, 0.1], c13: [0.4, 0.6] }, otherwise: [0.1, 0.9] },
    ];
    const actions = [{ id: 'a', cost: 1, fixes: { c13: 0.7, c5: 0.5 } }];
    const many = { ...several, causes, observations, actions };
    expectClose(
      chances({ observations: { o: 'y' }, done: ['a'] }, readKnowledge(many)),
      presentChances(many, { o: 'y' }, ['a'], 3),
    );
  });

  it('lets a cause be certain', () => {
    const sure = readKnowledge({ ...several, causes: [...SMALL.causes.slice(0, 2), { id: 'net', prior: 1 }] });
    expectClose(chances({}, sure), { dirt: 0.5, wear: 0.3, net: 1 });
  });
});

describe('the context of a request', () => {
  const recorded = readKnowledge({
    ...SMALL,
    observations: [
      ...SMALL.observations,
      { id: 'interface', cost: 1, values: ['chip', 'qr'], given: { net: [0, 1] }, otherwise: [1, 0] },
    ],
  });

  it('answers the observation that a field of the record has the name of, and asks it no more', () => {
    expectClose(chances({ context: { interface: 'qr', terminal_id: '7' } }, recorded), { dirt: 0, wear: 0, net: 1 });
    expect(ask({ context: { interface: 'chip' }, observations: { light: null } }, recorded).next.kind).toBe('do');
  });

  it('counts less than what somebody answered, and more than "don\'t know"', () => {
    const context = { interface: 'qr' };
    expect(chances({ context, observations: { interface: 'chip' } }, recorded).net).toBe(0);
    expect(chances({ context, observations: { interface: null } }, recorded).net).toBe(1);
  });

  it('says nothing where the knowledge does not know its fields or values', () => {
    for (const context of [null, {}, { interface: 'laser' }, { light: 7 }, { constructor: 'on' }])
      expect(ask({ context }, recorded)).toEqual(ask({}, recorded));
  });

  it('is named where it contradicts an answer', () => {
    const strict = readKnowledge({
      ...SMALL,
      observations: [
        { id: 'light', cost: 1, values: ['on', 'off'], given: { dirt: [1, 0] }, otherwise: [0, 1] },
        { id: 'link', cost: 1, values: ['wifi', 'sim'], given: { dirt: [1, 0] }, otherwise: [0, 1] },
      ],
    });
    expect(refusal({ context: { link: 'sim' }, observations: { light: 'on' } }, strict)).toMatchObject({
      code: 'request.contradiction',
      path: '/context/link',
    });
  });
});

describe('a request', () => {
  it('may leave out what it does not know, or say null', () => {
    for (const request of [{}, { observations: null, done: null, context: null }])
      expect(troubleshoot(single, request as unknown as Request)).toEqual(ask({}));
  });

  it.each([
    ['no object', 7, 'request.malformed', ''],
    ['observations that are a list', { observations: [] }, 'request.value', '/observations'],
    ['done that is no list', { done: 'wipe' }, 'request.value', '/done'],
    ['a context that is no object', { context: 1 }, 'request.value', '/context'],
    ['an unknown observation', { observations: { lihgt: 'on' } }, 'request.unknown', '/observations/lihgt'],
    ['an unknown value', { observations: { light: 'blue' } }, 'request.value', '/observations/light'],
    ['a value that is a list', { observations: { light: ['on'] } }, 'request.value', '/observations/light'],
    ['an unknown action', { done: ['wipe', 'wpe'] }, 'request.unknown', '/done/1'],
    ['an action that is no text', { done: [3] }, 'request.value', '/done/0'],
    ['a call that did not help', { done: ['call'] }, 'request.contradiction', '/done/0'],
  ])('is refused for %s, with code and path', (_, request, code, path) => {
    expect(refusal(request)).toMatchObject({ code, path });
  });

  it('is told what was perhaps meant', () => {
    expect(refusal({ observations: { lihgt: 'on' } })?.en).toContain('Did you mean "light"?');
    expect(refusal({ observations: { light: 'blue' } })?.en).toContain('one of "on", "off", or null');
  });

  it('names the first answer or step that no cause allows', () => {
    const strict = readKnowledge({
      ...SMALL,
      observations: [
        { id: 'taps', cost: 1, values: ['yes', 'no'], given: { dirt: [0, 1] }, otherwise: [1, 0] },
        { id: 'reads', cost: 1, values: ['yes', 'no'], given: { dirt: [1, 0] }, otherwise: [0, 1] },
      ],
      actions: [{ id: 'wipe', cost: 5, fixes: { dirt: 1 } }],
    });
    const at = (request: object) => refusal(request, strict);
    expect(at({ observations: { taps: 'yes', reads: 'yes' } })).toMatchObject({
      code: 'request.contradiction',
      path: '/observations/reads',
    });
    expect(at({ observations: { taps: 'no' }, done: ['wipe'] })?.path).toBe('/done/0');
    expect(at({ observations: { taps: 'no' } })).toBe(null);
  });
});
