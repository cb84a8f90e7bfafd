import type { Text } from '@duka/model';
import { ATTEMPT_FIELD_NAMES, editDistance, quoteBare } from '@duka/model';
import type { OddHeader } from '../read/intake.ts';

/** A header is told in one breath where it has no more odd columns than these. */
const MOST_COLUMNS = 8;
/** More letters make another word. */
const SLIP = 2;

/** Of columns that no field is called by, and of fields that have several: a slip of the pen is told with what it may have meant. */
export function headerWords({ file, unknown, twice }: OddHeader): readonly Text[] {
  const named = unknown.slice(0, MOST_COLUMNS).map((column) => {
    const written = column.trim().toLowerCase().replace(/[ -]/g, '_');
    const near = ATTEMPT_FIELD_NAMES.find((field) => editDistance(written, field) <= SLIP);
    const shown = quoteBare(column.trim());
    return near
      ? { zh: `${shown}（是否应为 ${near}？）`, en: `${shown} (did you mean ${near}?)` }
      : { zh: shown, en: shown };
  });
  const more = unknown.length - named.length;
  const unused = {
    zh: `${file} 里不认识、不用来判断的列：${named.map(({ zh }) => zh).join('、')}${more > 0 ? ` 等 ${unknown.length} 列` : ''}。`,
    en: `${file} has columns that are not known and not used: ${named.map(({ en }) => en).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
  };
  const doubled = {
    zh: `${file} 里出现了不止一次的列，只用最后一列：${twice.join('、')}。`,
    en: `${file} has columns more than once, of which the last counts: ${twice.join(', ')}.`,
  };
  return [...(named.length > 0 ? [unused] : []), ...(twice.length > 0 ? [doubled] : [])];
}
