import { pointerStep } from '../pointer.ts';
import { isObject, wrong } from '../request.ts';

/** A trouble that is over, and what it turned out to be. */
export type ClosedCase = {
  readonly cause: string;
  readonly observations: { readonly [id: string]: string | null };
  /** Actions that did not help. */
  readonly failed: readonly string[];
  /** The action that ended the trouble; null where that was the call, or it went away. */
  readonly helped: string | null;
  /** By action, how long it took. */
  readonly minutes: { readonly [action: string]: number };
};

const NEEDED = {
  object: { zh: '一个对象', en: 'an object' },
  list: { zh: '一个编号的列表', en: 'a list of ids' },
  id: { zh: '一个编号', en: 'an id' },
  minutes: { zh: '分钟数', en: 'a number of minutes' },
} as const;

/**
 * A foreign value as a closed case; what it leaves out is not known. Whether the knowledge has its ids, `learn` says.
 * @throws DukaError request.value with the path of what is no part of a case
 */
export function readClosedCase(value: unknown): ClosedCase {
  if (!isObject(value)) throw wrong('/', value ?? null, NEEDED.object);
  const { cause, observations, failed, helped, minutes } = value;
  const seen = objectAt('/observations', observations ?? {});
  const taken = Object.entries(objectAt('/minutes', minutes ?? {}));
  const inVain = failed ?? [];
  if (!Array.isArray(inVain)) throw wrong('/failed', failed, NEEDED.list);
  return {
    cause: idAt('/cause', cause),
    observations: seen as ClosedCase['observations'],
    failed: inVain.map((id, i) => idAt(`/failed/${i}`, id)),
    helped: helped === undefined || helped === null ? null : idAt('/helped', helped),
    minutes: Object.fromEntries(taken.map(([id, time]) => [id, numberAt(`/minutes${pointerStep(id)}`, time)])),
  };
}

function objectAt(at: string, value: unknown): { readonly [name: string]: unknown } {
  if (isObject(value)) return value;
  throw wrong(at, value, NEEDED.object);
}

function idAt(at: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw wrong(at, value ?? null, NEEDED.id);
}

function numberAt(at: string, value: unknown): number {
  if (typeof value === 'number') return value;
  throw wrong(at, value, NEEDED.minutes);
}
