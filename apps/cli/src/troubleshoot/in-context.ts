import type { Model, Request, Terms } from '@duka/diagnosis';
import { deviceOf, recordAnswers } from '@duka/knowledge';
import type { Attempt } from '@duka/model';
import { DukaError } from '@duka/model';
import { isRefused, takeRecord } from '@duka/runtime';

type Asked = { readonly request: Request; readonly terms: Terms };

/** What no record can do without (contracts: the read attempt), where the context does not say it; its time says nothing here. */
const UNSAID = { terminal_id: '-', interface: 'manual', outcome: 'failed' };
const NO_TIME = { time: 0 };

/**
 * What a record of the attempt says beside the answers: Duka's own questions that it answers are not asked, and what the maker of its
 * model forbids is not proposed. Knowledge of somebody else is spoken to by the names of its observations alone.
 * @throws DukaError attempt.…, with the path of a field that no record may have
 */
export function inContext(model: Model, request: Request): Asked {
  const usual = { request, terms: { without: [], asking: 0 } };
  if (!isRecord(request) || !isRecord(request.context)) return usual;
  const record = recordOf(request.context);
  const answers = Object.entries(recordAnswers(record)).filter(([id, value]) =>
    model.observations.some((one) => one.id === id && one.values.includes(value)),
  );
  const terms = { without: record.model === undefined ? [] : (deviceOf(record.model)?.forbids ?? []), asking: 0 };
  const said = request.observations ?? {};
  if (!isRecord(said)) return usual;
  const observations = { ...said };
  for (const [id, value] of answers) observations[id] ??= value;
  return { request: { ...request, observations }, terms };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

function recordOf(context: object): Partial<Attempt> {
  const said = Object.entries(context).filter(([, value]) => value !== null && value !== '');
  const record = { ...UNSAID, ...Object.fromEntries(said), ...NO_TIME };
  const taken = takeRecord(record, { tokenize: () => '', zone: null });
  if (isRefused(taken)) {
    const { field, complaint } = taken;
    throw new DukaError({ ...complaint, path: `/context/${field}` });
  }
  return taken.attempt;
}
