import { quoteBare } from '@duka/model';

/** One step of a JSON Pointer (RFC 6901). A name comes from outside: it is made safe as every quoted value is. */
export function pointerStep(name: string | number): string {
  if (typeof name === 'number') return `/${name}`;
  const safe = quoteBare(name, 80);
  return `/${safe.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
