import type { Learned, Model } from '@duka/diagnosis';
import { DEVICES } from '@duka/knowledge';
import type { Answer } from '@duka/model';
import type { Plan, Said } from './kit.ts';
import { forbiddenIn, packWords } from './pack-words.ts';
import type { Packed, PackedAction, PackedAnswer, PackedQuestion, PackedRow } from './packed.ts';
import { AS_THEY_ARE } from './packed.ts';
import { meant, tapped } from './slips.ts';

type Learning = { readonly learned: Learned | null; readonly first: Plan['next'] };

/** Knowledge as it goes into the page: what people at a counter can be asked, and what they can do. */
export function pack(model: Model, said: Said, { learned, first }: Learning): Packed {
  const causes = model.causes.map(({ id }) => id);
  const never = forbiddenIn(model, said).map(({ en }) => en);
  const packed = (action: Pick<Model['actions'][number], 'id' | 'cost' | 'perMinute' | 'fixes'>): PackedAction => {
    const { drawing = '', by, minutes, forbidden } = said.step(action.id)!;
    const cures = [...action.fixes].flatMap(([cause, chance]) => [causes.indexOf(cause), chance]);
    const places = forbidden.map(({ en }) => never.indexOf(en));
    return [action.id, action.cost, drawing, by, minutes, action.perMinute, places, cures];
  };
  return {
    faults: model.faults,
    causes: model.causes.map(({ id, prior }) => [id, prior]),
    questions: model.observations
      .filter(({ from }) => from === 'counter')
      .map((one) => questionOf(one, causes, said.question(one.id)?.drawing ?? '')),
    actions: model.actions.map(packed),
    call: packed({ ...model.call, perMinute: 1, fixes: new Map() }),
    clashes: said.clashes.map(({ id, between: [one, other] }) => [id, answerOf(one!), answerOf(other!)]),
    alarms: said.alarms.map(({ id, when, action }) => [id, answerOf(when), action]),
    devices: DEVICES.map(({ models, forbids }) => [models, forbids]),
    learned,
    first,
    words: packWords('zh', model, said),
  };
}

const answerOf = ({ observation, values }: Answer): PackedAnswer => [observation, ...values];

function questionOf(
  { id, cost, values, given, otherwise }: Model['observations'][number],
  causes: readonly string[],
  drawing: string,
): PackedQuestion {
  const rows = new Map<string, [row: PackedRow, ...causes: number[]]>();
  for (const [cause, chances] of given) {
    const row = rowOf(chances);
    const same = rows.get(row.join()) ?? [row];
    same.push(causes.indexOf(cause));
    rows.set(row.join(), same);
  }
  return [id, cost, drawing, values, rowOf(otherwise), [...rows.values()]];
}

/** Odds are whole numbers up to this in sum, or none. */
const LARGEST = 1000;

/** Exactly the same chances come back: unpack.ts reckons as the knowledge itself does. */
function rowOf(chances: readonly number[]): PackedRow {
  const shares = meant(chances);
  for (let sum = 1; sum <= LARGEST; sum++) {
    const odds = shares.map((share) => Math.round(share * sum));
    const total = odds.reduce((all, one) => all + one, 0);
    if (total === sum && tapped(odds.map((one) => one / sum)).every((chance, i) => chance === chances[i])) return odds;
  }
  return [AS_THEY_ARE, ...chances];
}
