import type { Spec } from '@duka/wire/iso8583';
import fc from 'fast-check';

/** What a field of a format may hold, at lengths that vary where its does. Long runs of digits are left out: they are masked. */
function textOf(format: string): fc.Arbitrary<string> {
  const [, kind = '', dots = '', number = ''] = /^(x\+n|[a-z]+)(\.*)(\d+)$/.exec(format) ?? [];
  const most = kind === 'b' && !dots ? Number(number) / 8 : Number(number);
  const length = dots ? fc.integer({ min: 0, max: Math.min(most, 40) }) : fc.constant(most);
  const of = (characters: string, count: number): fc.Arbitrary<string> =>
    fc.string({ unit: fc.constantFrom(...characters), minLength: count, maxLength: count });
  return length.chain((count) => {
    if (kind === 'n' || kind === 'z') return of(count >= 13 ? '01' : '0123456789', count);
    if (kind === 'b') return of('0189ABCDEF', count * 2);
    if (kind === 'x+n') return of('01', count).map((digits) => `D${digits}`);
    return of('ABCxyz 09-', count);
  });
}

const isOpen = ({ row }: NonNullable<Spec['ready'][number]>): boolean => !row.secret && !row.tlv;

/** Fields that hold no secret, any choice of them, with values that their formats allow. */
export function fieldsOf(spec: Spec): fc.Arbitrary<Record<number, string>> {
  const open = spec.ready.filter((field) => field !== undefined).filter(isOpen);
  return fc
    .subarray(open, { minLength: 1 })
    .chain((fields) => fc.tuple(...fields.map(({ no, row }) => textOf(row.format).map((text) => [no, text] as const))))
    .map((entries) => Object.fromEntries(entries));
}
