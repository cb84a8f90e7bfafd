import { deviceIn } from '@duka/knowledge';
import type { Text } from '@duka/model';
import { alike } from '@duka/model';
import type { Said, Step } from './kit.ts';
import type { Packed, PackedAnswer, PackedLater, PackedWords } from './packed.ts';

/** Reads the same place of the words in both languages. */
type Say = (read: (words: PackedWords) => string) => Text;
type SayAll = (read: (words: PackedWords) => readonly string[]) => readonly Text[];

/** Fetches what is not in the page. */
type Files = { english(): Promise<PackedWords>; later(): Promise<PackedLater> };

/** What packed knowledge says. English that is not there yet is said in Chinese. */
export function spoken(packed: Packed, files: Files): Said {
  const zh = packed.words;
  let en = zh;
  let later: PackedLater = { zh: { causes: {}, steps: {} }, en: { causes: {}, steps: {} } };
  const say: Say = (read) => ({ zh: read(zh), en: read(en) });
  const sayAll: SayAll = (read) => read(zh).map((_, i) => say((words) => read(words)[i]!));
  return {
    async speaks(lang) {
      if (lang === 'en') en = await files.english();
    },
    async whole() {
      later = await files.later();
    },
    question: questionsOf(packed, say),
    step: stepsOf(packed, say, sayAll, () => later),
    cause: (id) => causeIn(later, id),
    get clashes() {
      return packed.clashes.map(([id, one, other], i) => ({
        id,
        between: [answerOf(one), answerOf(other)],
        text: say((words) => words.clashes[i]!),
      }));
    },
    get alarms() {
      return packed.alarms.map(([id, when, action], i) => ({
        id,
        when: answerOf(when),
        action,
        text: say((words) => words.alarms[i]!),
      }));
    },
    device: devicesOf(packed, sayAll),
  };
}

const answerOf = ([observation, ...values]: PackedAnswer) => ({ observation, values });

function questionsOf({ questions, words }: Packed, say: Say): Said['question'] {
  const places = new Map(questions.map(([id], place) => [id, place]));
  return (id) => {
    const place = places.get(id);
    if (place === undefined) return undefined;
    const [, , drawing, values] = questions[place]!;
    return {
      id,
      text: say((said) => said.questions[place]![0]),
      values,
      labels: Object.fromEntries(values.map((value, v) => [value, say((said) => said.questions[place]![v + 2]!)])),
      ...(words.questions[place]![1] && { hint: say((said) => said.questions[place]![1]) }),
      ...(drawing && { drawing }),
    };
  };
}

function stepsOf({ actions, call, words }: Packed, say: Say, sayAll: SayAll, later: () => PackedLater): Said['step'] {
  const all = [...actions, call];
  const places = new Map(all.map(([id], place) => [id, place]));
  const wordsOf = (id: string, place: number): readonly Text[] => {
    if (words.steps[place]!.length > 0) return sayAll((said) => said.steps[place]!);
    const { zh, en } = later();
    return (zh.steps[id] ?? []).map((one, i) => ({ zh: one, en: en.steps[id]![i]! }));
  };
  return (id): Step | undefined => {
    const place = places.get(id);
    if (place === undefined) return undefined;
    const [, , drawing, by, minutes, , forbidden] = all[place]!;
    const [text = alike(id), ...steps] = wordsOf(id, place);
    return {
      id,
      text,
      by,
      minutes,
      forbidden: forbidden.map((one) => say((said) => said.forbidden[one]!)),
      ...(steps.length > 0 && { steps }),
      ...(drawing && { drawing }),
    };
  };
}

function causeIn(later: PackedLater, id: string): ReturnType<Said['cause']> {
  const [zh, en] = [later.zh.causes[id], later.en.causes[id]];
  if (zh === undefined || en === undefined) return undefined;
  const [name, what, prevention] = zh.map((text, i): Text => ({ zh: text, en: en[i]! }));
  return { name: name!, ...(what && { what }), ...(prevention && { prevention }) };
}

function devicesOf({ devices }: Packed, sayAll: SayAll): Said['device'] {
  const all = devices.map(([models, forbids], place) => ({ models, forbids, place }));
  return (model) => {
    const found = deviceIn(all, model);
    if (found === null) return null;
    const { forbids, place } = found;
    const shows = sayAll((said) => said.devices[place]![0].map(([one]) => one));
    const means = sayAll((said) => said.devices[place]![0].map(([, one]) => one));
    return {
      forbids,
      lights: shows.map((one, i) => ({ shows: one, means: means[i]! })),
      cleaning: {
        allowed: sayAll((said) => said.devices[place]![1]),
        forbidden: sayAll((said) => said.devices[place]![2]),
      },
    };
  };
}
