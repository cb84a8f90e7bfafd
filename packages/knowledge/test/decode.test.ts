import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_NAMESPACES, decodeCode, decodeCodes } from '../src/index.ts';

const codeOf = (spelling: string): string | null => decodeCode(spelling)?.code ?? null;

describe('decodeCode', () => {
  it.each(CODE_NAMESPACES.flatMap(({ entries }) => entries.map(({ code }) => code)))('finds %s as listed', (code) => {
    expect(codeOf(code)).toBe(code);
  });

  it.each([
    ['pcsc:80100066', 'pcsc:80100066'],
    ['pcsc:0x80100066', 'pcsc:80100066'],
    ['pcsc:0X8010000a', 'pcsc:8010000A'],
    ['pcsc:-2146434970', 'pcsc:80100066'],
    ['pcsc:SCARD_W_UNRESPONSIVE_CARD', 'pcsc:80100066'],
    ['pcsc:scard_e_unsupported_feature', 'pcsc:80100022'],
    ['pcsc:SCARD_E_UNEXPECTED', 'pcsc:8010001F'],
    ['PCSC:0', 'pcsc:00000000'],
    ['sw:6f00', 'sw:6F00'],
    ['sw:6112', 'sw:61xx'],
    ['sw:0x6C0A', 'sw:6Cxx'],
    ['sw:63c3', 'sw:63Cx'],
    ['sw:63C0', 'sw:63C0'],
    ['sw:6699', 'sw:66xx'],
    ['sw:61', null],
    ['sw:61123', null],
    ['sw:61ZZ', null],
    ['iso39:5', 'iso39:05'],
    ['iso39:a0', 'iso39:A0'],
    ['iso39: 55 ', 'iso39:55'],
    ['sunmi:-030006', 'sunmi:-30006'],
    ['sunmi:30006', null],
    ['pax:ICC_ERR_ATR_SWT', 'pax:-2820'],
    ['pax:-5', 'pax:-5'],
    ['pax:2', 'pax:2'],
    ['stripe:2810', 'stripe:CARD_INSERT_NOT_READ'],
    ['stripe:card_removed', 'stripe:CARD_REMOVED'],
    ['paypalhere:badEmvData', 'paypalhere:15'],
    ['androidpos:printer.f0', 'androidpos:printer.F0'],
    ['androidpos:0xa2', 'androidpos:A2'],
    ['adyen:wrongpin', 'adyen:WrongPIN'],
    ['ingenico:bad_read', 'ingenico:BAD READ'],
    ['net:econnreset', 'net:ECONNRESET'],
    ['verifone:0xF4', 'verifone:F4'],
    ['nobody:55', null],
    ['55', null],
    ['iso39:', null],
    ['iso39:ZZ', null],
    ['', null],
  ])('reads %s as %s', (spelling, code) => {
    expect(codeOf(spelling)).toBe(code);
  });

  it.each([
    ['sw:63C2', '脱机密码错，还剩2次', 'Offline PIN wrong, 2 tries left'],
    ['sw:6112', '正常，还有18字节可取', 'Normal, 18 bytes available'],
    ['sw:6100', '正常，还有256字节可取', 'Normal, 256 bytes available'],
  ])('writes the count that %s gives in its words', (code, zh, en) => {
    expect(decodeCode(code)?.meaning).toEqual({ zh, en });
  });

  it('never throws, whatever it is given', () => {
    const id = fc.constantFrom(...CODE_NAMESPACES.map((namespace) => namespace.id));
    fc.assert(
      fc.property(id, fc.string(), (namespace, value) => {
        expect(() => decodeCode(`${namespace}:${value}`)).not.toThrow();
      }),
    );
  });
});

describe('decodeCodes', () => {
  it('reads codes joined by spaces in their order, and leaves out what it does not know', () => {
    expect(decodeCodes('sw:6A82  iso39:55 iso39:?? tvr:0080000000').map(({ code }) => code)).toEqual([
      'sw:6A82',
      'iso39:55',
      'tvr:0080000000',
    ]);
  });

  it('keeps a vendor code that has spaces in one piece', () => {
    expect(decodeCodes('ingenico:CANNOT CALL HOST net:ETIMEDOUT').map(({ code }) => code)).toEqual([
      'ingenico:CANNOT CALL HOST',
      'net:ETIMEDOUT',
    ]);
  });

  it('reads nothing from nothing', () => {
    expect(decodeCodes('  ')).toEqual([]);
  });
});

describe('the printer status byte', () => {
  it.each([
    ['escpos:1.12', null, {}],
    ['escpos:4.60', 'print', { paper_out: 1 }],
    ['escpos:4.72', 'print', { paper_out: 1 }],
    ['escpos:4.7E', 'print', { paper_out: 1 }],
    ['escpos:4.1e', 'print', { unknown: 1 }],
    ['escpos:2.16', 'print', { cover_open: 1 }],
    ['escpos:2.0x32', 'print', { paper_out: 1 }],
    ['escpos:2.36', 'print', { cover_open: 0.5, paper_out: 0.5 }],
    ['escpos:3.52', 'print', { overheat: 0.8, print_error: 0.2 }],
    ['escpos:3.1A', 'print', { print_error: 1 }],
    ['escpos:1.1A', 'print', { paper_out: 0.4, cover_open: 0.3, print_error: 0.3 }],
  ])('%s ends at %s', (code, stage, reasons) => {
    const entry = decodeCode(code);
    expect(entry?.stage).toBe(stage);
    expect(entry?.reasons).toEqual(reasons);
  });

  it('says every bit that is set', () => {
    expect(decodeCode('escpos:4.7E')?.meaning).toEqual({ zh: '纸将用尽；纸已用尽', en: 'paper near end; paper end' });
  });

  it.each(['escpos:1.13', 'escpos:1.92', 'escpos:5.12', 'escpos:4', 'escpos:4.6G'])('%s is no status byte', (code) => {
    expect(decodeCode(code)).toBeNull();
  });
});

describe('the terminal verification results', () => {
  it.each([
    ['tvr:0000000000', null, { unknown: 1 }],
    ['tvr:8000008000', null, { unknown: 1 }],
    ['tvr:2000000000', 'authenticate', { bad_data: 1 }],
    ['tvr:0800000000', 'authenticate', { oda_failed: 1 }],
    ['tvr:0400008000', 'authenticate', { oda_failed: 1 }],
    ['tvr:0040000000', 'authenticate', { declined: 1 }],
    ['tvr:0000800000', 'cvm', { pin_wrong: 1 }],
    ['tvr:0000A00000', 'cvm', { pin_tries_exceeded: 1 }],
    ['tvr:0000880000', 'cvm', { pin_timeout: 1 }],
    ['tvr:0x0000000004', 'complete', { capk_missing: 1 }],
    ['tvr:24 00 00 80 00', 'authenticate', { bad_data: 0.5, oda_failed: 0.5 }],
  ])('%s ends at %s', (code, stage, reasons) => {
    const entry = decodeCode(code);
    expect(entry?.stage).toBe(stage);
    expect(entry?.reasons).toEqual(reasons);
  });

  it('says every bit that is set', () => {
    expect(decodeCode('tvr:8000008000')?.meaning.zh).toBe('未做脱机数据认证；超过最低限额');
  });

  it.each(['tvr:', 'tvr:80000080000', 'tvr:80G0008000'])('%s is none', (code) => {
    expect(decodeCode(code)).toBeNull();
  });

  it('always weighs to one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 40 - 1 }), (bits) => {
        const entry = decodeCode(`tvr:${bits.toString(16).padStart(10, '0')}`);
        const sum = Object.values(entry?.reasons ?? {}).reduce((total, weight) => total + weight, 0);
        expect(sum).toBeCloseTo(1, 9);
      }),
    );
  });
});
