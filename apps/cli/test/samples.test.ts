import { readFileSync, statSync } from 'node:fs';
import type { CauseId } from '@duka/model';
import { describe, expect, it } from 'vitest';
import { held, RECORDINGS, SAMPLES } from '../../../samples/make.ts';
import { asPrinted, READMES, readmePath } from '../../../samples/readmes.ts';
import { reportOn } from './log-fixture.ts';

const pathOf = (file: string): string => new URL(`../../../samples/${file}`, import.meta.url).pathname;

describe('the READMEs', () => {
  it.each(READMES)('%s shows what its commands print', (name) => {
    expect(asPrinted(name)).toBe(readFileSync(readmePath(name), 'utf8'));
  });
});

describe('the samples', () => {
  it.each(SAMPLES)('$file holds what its script makes', ({ file, text }) => {
    expect(held(file) === text()).toBe(true);
  });

  it.each(RECORDINGS)('$file holds what its script makes', ({ file, bytes }) => {
    expect(Buffer.from(bytes()).equals(readFileSync(pathOf(file)))).toBe(true);
  });

  it('are small', () => {
    for (const { file } of [...SAMPLES, ...RECORDINGS])
      expect(statSync(pathOf(file)).size, file).toBeLessThan(300 * 1024);
  });

  /** The causes that may be named for what is planted in each place: a dirty head and a worn one look much the same. */
  const PLANTED: { readonly [file: string]: readonly (readonly [object, readonly CauseId[]])[] } = {
    'case-supermarket.ndjson': [
      [{ terminal_id: '35010000', interface: 'magstripe' }, ['hardware.magstripe_head_worn']],
    ],
    'case-hotel.ndjson': [[{ store_id: 'S1000' }, ['network.unstable']]],
    'case-restaurant.ndjson': [[{ card_ref: 'keqs1z39g' }, ['operation.wrong_pin']]],
    'shop.csv': [
      [
        { terminal_id: '31010014', interface: 'magstripe' },
        ['hardware.magstripe_head_dirty', 'hardware.magstripe_head_worn'],
      ],
      [{ operator_id: '07', interface: 'chip' }, ['operation.removed_early']],
    ],
    'fleet.ndjson.gz': [
      [{ app_version: '3.9.0' }, ['software.app_defect']],
      [{ acquirer: 'lakala' }, ['network.acquirer_host_down']],
      [{ store_id: 'S1014' }, ['network.unstable']],
    ],
  };

  it.each(Object.entries(PLANTED))('%s gives a finding for each planted fault, and no other', async (file, planted) => {
    const { input, findings } = await reportOn(pathOf(file));
    expect(input.rejected).toBe(0);
    expect(findings).toHaveLength(planted.length);
    for (const [scope, causes] of planted) {
      const found = findings.find((finding) =>
        Object.entries(scope).every(([name, value]) => finding.scope[name as 'bin'] === value),
      );
      expect(causes).toContain(found?.causes[0]?.cause);
    }
  });

  it('show that the supermarket and the hotel were well again after the repair', async () => {
    for (const [file, repaired] of [
      ['case-supermarket.ndjson', '2026-11-25'],
      ['case-hotel.ndjson', '2026-11-09'],
    ] as const) {
      const { findings } = await reportOn(pathOf(file));
      expect(findings[0]?.until, file).not.toBeNull();
      expect(findings[0]!.until! < `${repaired}T23:59:59`, file).toBe(true);
    }
  });
});
