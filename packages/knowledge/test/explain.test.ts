import { REASONS } from '@duka/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_NAMESPACES, explain, REASON_CAUSES } from '../src/index.ts';

const found = (query: string): readonly string[] => explain(query).found.map(({ entry }) => entry.code);
const nearest = (query: string): readonly string[] => explain(query).nearest.map(({ code }) => code);

describe('explain', () => {
  it('says for a wrong PIN that the reader is not at fault, and what to do first', () => {
    const [only, ...more] = explain('iso39:55').found;
    expect(more).toEqual([]);
    expect(only?.namespace).toBe('iso39');
    expect(only?.entry.meaning).toEqual({ zh: '密码错误', en: 'Incorrect PIN' });
    expect(only?.causes).toEqual(['operation.wrong_pin', 'software.keys_out_of_sync', 'hardware.pinpad']);
    expect(only?.actions.map(({ id }) => id).slice(0, 3)).toEqual([
      'pin.enter_again',
      'present.other_card',
      'terminal.sign_in',
    ]);
  });

  it('says for a mute card to turn it before anything is opened', () => {
    const [only] = explain('pcsc:80100066').found;
    expect(only?.causes).toEqual([
      'operation.insert_technique',
      'hardware.chip_contacts_dirty',
      'card.chip_damaged',
      'hardware.chip_contacts_worn',
      'hardware.reader_module',
    ]);
    expect(only?.actions[0]?.id).toBe('present.other_way');
  });

  it('says for a fallback that is not allowed that it is policy', () => {
    const [only] = explain('iso39:45').found;
    expect(only?.causes[0]).toBe('policy.magstripe_closed');
    expect(only?.actions[0]?.id).toBe('present.use_chip');
  });

  it('asks nothing of anyone after a success', () => {
    const [only] = explain('sw:9000').found;
    expect([only?.causes, only?.actions]).toEqual([[], []]);
  });

  it.each([
    ['iso39:55', ['iso39:55']],
    ['sw:6F00', ['sw:6F00']],
    ['pcsc:80100066', ['pcsc:80100066']],
    ['sunmi:-30006', ['sunmi:-30006']],
    ['6F00', ['sw:6F00']],
    ['0x6f00', ['sw:6F00']],
    ['-30006', ['sunmi:-30006']],
    ['CARD_INSERT_NOT_READ', ['stripe:CARD_INSERT_NOT_READ']],
    ['SCARD_W_REMOVED_CARD', ['pcsc:80100069']],
    ['8000008000', ['tvr:8000008000']],
    ['4.72', ['escpos:4.72']],
    ['55', ['iso39:55']],
    ['72', ['zvt:72']],
    ['13', ['iso39:13', 'androidpos:13', 'mypos:13']],
    ['unheard-of:6F00', ['sw:6F00']],
    ['ingenico:BAD READ sw:63C2', ['ingenico:BAD READ', 'sw:63Cx']],
    ['６Ｆ００', ['sw:6F00']],
    [' ', []],
  ])('finds for %j %j', (query, codes) => {
    expect(found(query)).toEqual(codes);
  });

  it.each(['adyen:8', 'sw:55', 'stripe:00', 'tvr:00800468', 'tvr:80', 'foo:8'])('knows no %j', (query) => {
    expect(found(query)).toEqual([]);
  });

  it('names beside a code that its namespace does not know what is near there, or means it elsewhere', () => {
    expect(nearest('sw:6F')[0]).toBe('sw:6F00');
    expect(nearest('adyen:8')).toContain('pax:8');
    expect(nearest('stripe:card_declined').length).toBeGreaterThan(0);
  });

  it.each([
    ['sunmi:-30020', ['sunmi:-30016', 'sunmi:-30015', 'sunmi:-30014', 'sunmi:-30013', 'sunmi:-30012']],
    ['pax:-2837', ['pax:-2836', 'pax:-2835', 'pax:-2834', 'pax:-2840', 'pax:-2833']],
    ['CARD_INSRT_NOT_READ', ['stripe:CARD_INSERT_NOT_READ', 'stripe:CARD_SWIPE_NOT_READ']],
    ['net:ECONREFUSED', ['net:ECONNREFUSED', 'net:EREFUSED']],
    ['iso39:55', []],
    ['密码已锁', ['sw:6983']],
    ['无从说起', []],
  ])('offers for %s the nearest: %j', (query, codes) => {
    expect(nearest(query)).toEqual(codes);
  });

  it('never throws, and never offers more than five', () => {
    const id = fc.constantFrom('', ...CODE_NAMESPACES.map((namespace) => `${namespace.id}:`));
    fc.assert(
      fc.property(id, fc.string({ unit: 'binary', maxLength: 200 }), (namespace, value) => {
        expect(explain(namespace + value).nearest.length).toBeLessThanOrEqual(5);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the causes of reasons', () => {
  it.each(REASONS)('%s has causes, each once', (reason) => {
    const causes = REASON_CAUSES[reason];
    expect(causes.length).toBeGreaterThan(0);
    expect(new Set(causes).size).toBe(causes.length);
  });
});
