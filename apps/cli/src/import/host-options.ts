import { DukaError, fail, quote } from '@duka/model';
import { readMapping } from '@duka/runtime';
import type { HostOptions } from '../read/host/host-reading.ts';
import { readYamlFile } from './yaml-file.ts';

/** The options of every command that reads host logs. */
export const HOST_OPTIONS = { mapping: { type: 'string' }, dialect: { type: 'string' } } as const;

type Written = { readonly mapping?: string | undefined; readonly dialect?: string | undefined };

/** What `--mapping` and `--dialect` say. @throws DukaError file.unreadable, import.yaml, import.mapping, import.dialect */
export async function readHostOptions({ mapping, dialect }: Written): Promise<HostOptions> {
  return {
    ...(mapping !== undefined && { mapping: await mappingIn(mapping) }),
    ...(dialect !== undefined && { dialect: await dialectIn(dialect) }),
  };
}

async function mappingIn(path: string) {
  const mapping = readMapping(await readYamlFile(path, 'failsafe'));
  if ('code' in mapping) throw new DukaError(mapping);
  return mapping;
}

/** A dialect file, or the name of a specification of ours. */
async function dialectIn(written: string) {
  const [{ readDialect, SPECS }, { WireError }] = await Promise.all([
    import('@duka/wire/iso8583'),
    import('@duka/wire'),
  ]);
  const own = Object.entries(SPECS).find(([id]) => id === written);
  if (own !== undefined) return own[1];
  try {
    return readDialect(await readYamlFile(written, 'core'));
  } catch (error) {
    if (error instanceof WireError) throw fail('import.dialect', { path: quote(written, 200), cause: error.text });
    throw error;
  }
}
