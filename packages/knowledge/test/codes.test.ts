import type { CodeEntry, Reason } from '@duka/model';
import { REASONS, STAGES } from '@duka/model';
import { describe, expect, it } from 'vitest';
import { CARD_CODES, CODE_NAMESPACES, decodeCode, MONEY_CODES, NOT_ACCEPTED_CODES } from '../src/index.ts';

const HAN = /\p{Script=Han}/u;
const all: readonly CodeEntry[] = CODE_NAMESPACES.flatMap(({ entries }) => entries);
const entriesOf = (id: string): readonly CodeEntry[] => CODE_NAMESPACES.find((n) => n.id === id)?.entries ?? [];
const valuesOf = (id: string): readonly string[] => entriesOf(id).map(({ code }) => code.slice(id.length + 1));
const words = (text: string): readonly string[] => text.trim().split(/\s+/);
const range = (first: number, last: number): readonly string[] =>
  Array.from({ length: first - last + 1 }, (_, i) => String(first - i));

describe('code dictionaries', () => {
  it('hold as many codes as their sources name', () => {
    expect(Object.fromEntries(CODE_NAMESPACES.map(({ id, entries }) => [id, entries.length]))).toEqual({
      iso39: 90,
      sw: 39,
      tvr: 38,
      pcsc: 61,
      net: 47,
      escpos: 18,
      contactless: 50,
      sunmi: 89,
      pax: 59,
      newland: 63,
      verifone: 44,
      androidpos: 58,
      stripe: 18,
      adyen: 17,
      mypos: 10,
      ingenico: 5,
      zvt: 7,
      paypalhere: 11,
      nayax: 6,
      zebra: 4,
      theminesec: 3,
    });
  });

  it.each(CODE_NAMESPACES)('$id names every code once, whatever the spelling', ({ id, form, entries }) => {
    const keys = entries.map(({ code }) => {
      const value = code.slice(id.length + 1).toUpperCase();
      return form === 'number' ? value : value.replace(/^0+(?=.)/, '');
    });
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  it.each(CODE_NAMESPACES)('$id speaks both languages and names its source', ({ id, title, source, entries }) => {
    expect(HAN.test(title.zh) && title.en !== '' && source !== '').toBe(true);
    const texts = entries.flatMap(({ meaning, advice }) => (advice ? [meaning, advice] : [meaning]));
    expect(texts.filter(({ zh, en }) => !HAN.test(zh) || en.trim() === '' || HAN.test(en))).toEqual([]);
    expect(entries.filter((entry) => entry.source === '' || !entry.code.startsWith(`${id}:`))).toEqual([]);
  });

  it.each(all)('$code has known reasons whose weights sum to one, or says that nothing failed', (entry) => {
    const reasons = Object.entries(entry.reasons) as [Reason, number][];
    expect(reasons.filter(([reason, weight]) => !REASONS.includes(reason) || weight <= 0)).toEqual([]);
    expect(entry.stage === null || STAGES.includes(entry.stage)).toBe(true);
    if (entry.success) {
      expect(reasons).toEqual([]);
      expect(entry.stage).toBeNull();
    } else {
      expect(reasons.reduce((sum, [, weight]) => sum + weight, 0)).toBeCloseTo(1, 9);
    }
  });
});

describe('field 39', () => {
  it('has every code of the UnionPay tables, and the European one that asks for the chip', () => {
    expect(valuesOf('iso39')).toEqual(
      words(`00 01 02 03 04 05 06 07 09 10 11 12 13 14 15 16 19 1A 20 21 22 23 25 30 31 33 34 35 36 37 38 39 40 41 42 43 44 45
        51 52 53 54 55 56 57 58 59 60 61 62 63 64 65 66 67 68 75 77 78 79 90 91 92 93 94 95 96 97 98 99
        A0 A1 A2 A3 A4 A5 A6 A7 A8 B1 C1 D1 D2 F1 N1 P1 Y1 Y3 Z1 Z3`),
    );
  });

  it('counts as approved exactly the codes of class A', () => {
    const approved = entriesOf('iso39').filter(({ success }) => success);
    expect(approved.map(({ code }) => code.slice(6))).toEqual(words('00 10 11 16 A2 A4 A5 A6 Y1 Y3'));
  });

  it.each([
    ['45', 'read', { chip_required: 1 }],
    ['55', 'cvm', { pin_wrong: 1 }],
    ['75', 'cvm', { pin_tries_exceeded: 1 }],
    ['38', 'cvm', { pin_tries_exceeded: 1 }],
    ['51', 'online', { declined: 1 }],
    ['77', 'online', { sign_in_needed: 1 }],
    ['91', 'online', { issuer_unavailable: 1 }],
    ['96', 'online', { host_error: 1 }],
    ['97', 'online', { terminal_unknown: 1 }],
    ['A0', 'online', { mac_error: 1 }],
    ['30', 'online', { format_error: 1 }],
    ['14', 'online', { declined: 0.75, partial: 0.25 }],
    ['65', 'online', { declined: 0.7, use_other_interface: 0.3 }],
    ['1A', 'online', { use_other_interface: 1 }],
  ])('%s ends at %s', (value, stage, reasons) => {
    const entry = entriesOf('iso39').find(({ code }) => code === `iso39:${value}`);
    expect(entry?.stage).toBe(stage);
    expect(entry?.reasons).toEqual(reasons);
  });

  it('never holds a plain decline against the reader', () => {
    const declines = entriesOf('iso39').filter(({ reasons }) => reasons.declined === 1);
    expect(declines.map(({ code }) => code.slice(6))).toEqual(
      words(`01 02 04 05 07 15 21 23 25 31 33 34 35 36 37 39 41 42 43 44 51 52 53 56 57 60 61 62 64 66 67 93
        A3 B1 N1 P1 Z1`),
    );
    expect(declines.filter(({ stage }) => stage !== 'online' && stage !== 'complete')).toEqual([]);
  });
});

describe('vendor dictionaries', () => {
  it('have every status word', () => {
    expect(valuesOf('sw').toSorted()).toEqual(
      words(`61xx 6200 6281 6282 6283 6284 6285 6300 63C0 63Cx 6400 6581 66xx 6700 6800 6881 6882 6900 6981 6982
        6983 6984 6985 6986 6987 6988 6A80 6A81 6A82 6A83 6A84 6A86 6A88 6B00 6Cxx 6D00 6E00 6F00 9000`),
    );
  });

  it('have every PC/SC code of pcsclite.h, where 8010001F has two names', () => {
    const low = (first: number, last: number): readonly string[] =>
      Array.from(
        { length: last - first + 1 },
        (_, i) => `8010${(first + i).toString(16).toUpperCase().padStart(4, '0')}`,
      );
    expect(valuesOf('pcsc')).toEqual(['00000000', ...low(0x01, 0x31), ...low(0x65, 0x6f)]);
  });

  it('have every PAX chip and printer code', () => {
    expect(valuesOf('pax')).toEqual([
      ...range(-2800, -2810),
      ...range(-2820, -2836),
      ...range(-2840, -2842),
      ...range(-2850, -2862),
      ...words('0 1 2 3 4 8 9 10 11 99 -2 -4 -5 -6 -16'),
    ]);
  });

  it('have every Sunmi code', () => {
    expect(valuesOf('sunmi')).toEqual([
      ...range(-30001, -30016),
      ...range(-20000, -20008),
      ...range(-40001, -40021),
      ...words(`-50002 -50003 -50004 -50005 -50009 -50010 -50011 -50012 -50014 -50016 -50017 -50018 -50019 -50020 -50021
        -50022 -50024 -50025 -50026 -50027 -50029 -50030 -50031 -50032 -50033 -50034`),
      ...range(-60001, -60005),
      ...range(-70001, -70007),
      ...words('-4002 -4100 -3 -4 -7'),
    ]);
  });

  it('have every Newland code', () => {
    expect(valuesOf('newland')).toEqual([
      ...words('-1 -4 -5 -6 -10 -11 -17 -18 -50 -51 -201 -202 -203'),
      ...range(-304, -312),
      ...range(-350, -358),
      ...range(-601, -606),
      ...words(`-2005 -2008 -2009 -2010 -2011 -2013 -2014 -2015 -2016 -2017 -2018 -2019 -2020 -2021 -2022 -2023 -2030 -2031
        -2034 -2048 -2050 -2051 -3101 -3102 -3103 -3104`),
    ]);
  });

  it('have every Verifone result', () => {
    expect(valuesOf('verifone')).toEqual(
      words(`00 C6 C7 C8 CA CC CD CF D2 D3 D4 D5 D7 D9 DA DC DD DF E0 E1 E2 E3 E4 E6 E7 E8 E9 EA EB EC ED EE
        F0 F1 F3 F4 F5 F9 FA FB FC FD FE FF`),
    );
  });

  it('have every code of the Android device service', () => {
    expect(valuesOf('androidpos')).toEqual(
      words(`0 1 2 3 4 5 99 100 A2 A3 A4 A7 B3 FF01 FF02 9 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 60
        201 202 203 204 205 206 207 printer.00 printer.F0 printer.F2 printer.F3 printer.F4 printer.F5 printer.F6 printer.F7
        printer.F8 printer.FB printer.FC printer.E0 printer.E1 printer.E2 printer.E3 printer.E6 printer.EE`),
    );
  });

  it('have every Adyen condition and every Stripe constant', () => {
    expect(valuesOf('adyen')).toEqual(
      words(`Aborted Busy Cancel DeviceOut InProgress InsertedCard InvalidCard LoggedOut MessageFormat NotAllowed NotFound
        PaymentRestriction Refusal UnavailableDevice UnavailableService UnreachableHost WrongPIN`),
    );
    expect(valuesOf('stripe')).toEqual(
      words(`CARD_INSERT_NOT_READ CARD_SWIPE_NOT_READ CARD_READ_TIMED_OUT CARD_REMOVED CARD_REMOVED_TOO_EARLY
        CARD_LEFT_IN_READER MISSING_EMV_DATA READER_BUSY DECLINED_BY_READER CANCELED
        2320 2321 2330 2340 2650 2660 2670 2680`),
    );
  });
});

it.each([...MONEY_CODES, ...CARD_CODES, ...NOT_ACCEPTED_CODES])(
  '%s, which says what kind of decline it is, is a decline',
  (code) => {
    expect(decodeCode(code)?.reasons.declined).toBeGreaterThanOrEqual(0.7);
  },
);
