import { mask } from '@duka/wire';
import { expect, test } from 'vitest';

test.each([
  ['6212261234567890120', 'number', '621226*********0120'],
  ['4111111111111111', 'number', '411111******1111'],
  ['4111111111119', 'number', '411111***1119'],
  ['411111111111', 'number', '************'],
  ['411111XXXXXX1111', 'number', '411111******1111'],
  ['6228480000000000=2512', 'number', '*********************'],
  ['6212261234567890123F', 'number', '621226**********123F'],
  ['', 'number', ''],
  ['62122612345678901201', 'number', '********************'],
  ['1234ABCD', 'all', '********'],
] as const)('%s, kept by %s, is shown as %s', (value, secrecy, shown) => {
  expect(mask(value, secrecy)).toBe(shown);
});
