import type { Advice, Model } from '@duka/diagnosis';
import { alarmOf, clashOf, troubleshoot } from '@duka/diagnosis';
import type { Lang, Text } from '@duka/model';
import { alike, DukaError } from '@duka/model';
import { clean } from '../render/clean.ts';
import { wrap } from '../render/width.ts';
import type { Asker, Output, Way } from './asker.ts';
import type { Course, Event } from './course.ts';
import { requestOf, termsOf, triedIn } from './course.ts';
import { WORDS, wordsOf } from './words.ts';

export type Room = {
  readonly model: Model;
  readonly asker: Asker;
  readonly output: Output;
  readonly lang: Lang;
  readonly width: number;
  readonly help: string;
};

const SHOWN_CAUSES = 3;
const LEAST_SHOWN = 0.05;

/** Asks and advises until the trouble is gone, service is called, or the person quits. */
export async function talk(room: Room): Promise<void> {
  let course: Course = [];
  for (;;) {
    const clash = clashOf(room.model.contradictions, requestOf(course).observations);
    const advice = clash ? null : adviceFor(room, course);
    if (advice === null) {
      say(room, (clash?.text ?? WORDS.contradiction)[room.lang], WORDS.again[room.lang]);
      course = course.slice(0, -1);
      continue;
    }
    if (advice.next.kind === 'call') {
      say(room, wordsOf(advice.next.text, advice.next.id)[room.lang]);
      return say(room, WORDS.call[room.lang], ...handover(room, course, advice));
    }
    const answer = advice.next.kind === 'ask' ? await ask(room, advice) : await advise(room, advice);
    if (answer === 'quit') return;
    if (answer === 'fixed') return say(room, WORDS.fixed[room.lang]);
    course = answer === 'back' ? course.slice(0, -1) : [...course, answer];
  }
}

/** Null where no cause allows the answers. What an answer calls for at once comes before the plan. */
function adviceFor(room: Room, course: Course): Advice | null {
  const { model, lang } = room;
  try {
    const advice = troubleshoot(model, requestOf(course), termsOf(course));
    const alarm = alarmOf(model.alarms, requestOf(course).observations, triedIn(course));
    const urgent = alarm && model.actions.find(({ id }) => id === alarm.action);
    if (!alarm || (!urgent && alarm.action !== model.call.id)) return advice;
    say(room, alarm.text[lang]);
    const { id, text, cost } = urgent ?? model.call;
    return { ...advice, next: { kind: urgent ? 'do' : 'call', id, text: text ?? alike(id), cost } };
  } catch (error) {
    if (error instanceof DukaError && error.code === 'request.contradiction' && course.length > 0) return null;
    throw error;
  }
}

async function ask(room: Room, advice: Advice): Promise<Event | Way> {
  const { id, text } = advice.next;
  const { values, labels } = room.model.observations.find((one) => one.id === id)!;
  const options = [...values.map((value) => wordsOf(labels.get(value), value)), WORDS.dontKnow];
  const chosen = await room.asker.choose({
    text: [...causesLine(room, advice), ...wrapped(room, text[room.lang])],
    options: options.map((text) => option(room, text)),
    help: room.help,
  });
  return typeof chosen === 'number' ? { kind: 'answer', id, value: values[chosen] ?? null } : chosen;
}

async function advise(room: Room, advice: Advice): Promise<Event | 'fixed' | Way> {
  const { id, text, cost } = advice.next;
  const minutes = WORDS.minutes[room.lang].replace('{}', String(Math.max(1, Math.round(cost))));
  const chosen = await room.asker.choose({
    text: [...causesLine(room, advice), ...wrapped(room, `${text[room.lang]}  (${minutes})`), WORDS.did[room.lang]],
    options: [WORDS.works, WORDS.failed, WORDS.skipped].map((text) => option(room, text)),
    help: room.help,
  });
  if (typeof chosen !== 'number') return chosen;
  return chosen === 0 ? 'fixed' : { kind: chosen === 1 ? 'failed' : 'skipped', id };
}

function causesLine(room: Room, { causes }: Advice): readonly string[] {
  const { model, lang } = room;
  const texts = new Map(model.causes.map(({ id, text }) => [id, wordsOf(text, id)[lang]]));
  const said = causes
    .filter(({ probability }) => probability >= LEAST_SHOWN)
    .slice(0, SHOWN_CAUSES)
    .map(({ cause, probability }) => `${texts.get(cause)} ${Math.round(probability * 100)} %`);
  return said.length === 0 ? [] : wrapped(room, WORDS.causes[lang] + said.join(lang === 'zh' ? '、' : ', '));
}

/** What the technician would otherwise ask again. */
function handover(room: Room, course: Course, advice: Advice): readonly string[] {
  const { model, lang } = room;
  const list = (words: readonly string[]) => (words.length > 0 ? words : [WORDS.nothing[lang]]);
  const actions = new Map(model.actions.map(({ id, text }) => [id, wordsOf(text, id)[lang]]));
  const of = (kind: Event['kind']) => course.flatMap((one) => (one.kind === kind ? [actions.get(one.id)!] : []));
  return [
    ...causesLine(room, advice),
    `${WORDS.seen[lang]}:`,
    ...list(course.flatMap((one) => answerWords(room, one))).map((line) => `  - ${line}`),
    `${WORDS.tried[lang]}:`,
    ...list(of('failed')).map((line) => `  - ${line}`),
    ...(of('skipped').length > 0 ? [`${WORDS.notDone[lang]}:`, ...of('skipped').map((line) => `  - ${line}`)] : []),
  ];
}

function answerWords({ model, lang }: Room, event: Event): readonly string[] {
  if (event.kind !== 'answer') return [];
  const { id, text, labels } = model.observations.find((one) => one.id === event.id)!;
  const value = event.value === null ? WORDS.dontKnow : wordsOf(labels.get(event.value), event.value);
  return [`${wordsOf(text, id)[lang]} ${value[lang]}`];
}

/** Words may come from a file of somebody else. */
const wrapped = ({ width }: Room, text: string): readonly string[] => wrap(clean(text), width);

/** An option keeps to its line: it is drawn over. */
const option = ({ width, lang }: Room, text: Text): string => wrap(clean(text[lang]), width - 6)[0]!;

const say = (room: Room, ...lines: readonly string[]): void =>
  room.output(`${lines.flatMap((line) => wrapped(room, line)).join('\n')}\n`);
