import { quote } from '@duka/model';

/** One step of a JSON Pointer (RFC 6901). A name comes from outside: it is made safe as every quoted value is. */
export function pointerStep(name: string | number): string {
  if (typeof name === 'number') return `/${name}`;
  const safe = quote(name, 80).replace(/^"(.*)"$/, '$1');
  return `/${safe.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
