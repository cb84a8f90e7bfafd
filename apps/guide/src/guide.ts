import type { CauseProbability, Lang, Text } from '@duka/model';
import type { Act, Context, Course } from './course/course.ts';
import { advance, begin, evidenceOf } from './course/course.ts';
import { fromKept, toKeep } from './course/keep.ts';
import type { Handed } from './course/link.ts';
import { KEPT_COURSE, KEPT_LANG, KEPT_LEARNED, KEPT_LESSONS } from './kept-names.ts';
import type { Kit } from './kit/kit.ts';
import type { Results } from './lessons/results.ts';
import { readResults } from './lessons/results.ts';
import type { Sent } from './server/sent.ts';
import { sentCourse, sentLesson } from './server/sent.ts';
import type { Store } from './store.ts';
import { storeOf } from './store.ts';
import { WORDS } from './words/words.ts';

export type Page =
  | { readonly kind: 'course' }
  | { readonly kind: 'lessons' }
  | { readonly kind: 'report'; readonly handed: Handed };

export type State = {
  readonly lang: Lang;
  readonly page: Page;
  readonly course: Course;
  readonly lessons: Results;
  /** A word to whoever looks, until the next thing is done. */
  readonly notice: Text | null;
};

/** What the guide needs of the machine it runs on. `memory` answers null for what it does not have or may not keep. */
export type Ports = {
  readonly memory: { get(key: string): string | null; set(key: string, value: string): void };
  now(): number;
  /** A name for a course that nobody else has. */
  newId(): string;
  /** Takes what is for a server, whether there is one or not. */
  tell(report: Sent): void;
};

export type Guide = {
  readonly kit: Kit;
  readonly state: Store<State>;
  act(act: Act): void;
  restart(): void;
  go(page: Page): void;
  speak(lang: Lang): void;
  /** How the check of a lesson went. */
  checked(lesson: string, right: number, of: number): void;
  /** What a log says of this terminal. */
  hear(causes: readonly CauseProbability[]): void;
};

/** `notice`: what is wrong with the address. */
export type Opening = {
  readonly context: Context;
  readonly lang: Lang;
  readonly page: Page;
  readonly notice: Text | null;
};

/** The guide without a screen: its state, and what can be done to it. */
export function guideOf(kit: Kit, ports: Ports, opening: Opening): Guide {
  const { memory } = ports;
  const fresh = () => begin(kit, opening.context, ports.newId(), ports.now());
  const state = storeOf<State>(opened(kit, ports, opening, fresh));
  const change = (part: Partial<State>) => state.set({ ...state.get(), notice: null, ...part });
  const keep = (course: Course, notice: Text | null = null) => {
    memory.set(KEPT_COURSE, toKeep(course));
    change({ course, notice });
    const report = sentCourse(kit, course);
    if (report !== null) ports.tell(report);
  };
  const act = (one: Act) => keep(advance(kit, state.get().course, one, ports.now()));
  return {
    kit,
    state,
    act,
    restart() {
      close(kit, ports, state.get().course);
      keep(fresh());
      change({ page: { kind: 'course' } });
    },
    go: (page) => change({ page }),
    speak(lang) {
      memory.set(KEPT_LANG, lang);
      void kit.speaks(lang).then(
        () => change({ lang }),
        () => {}, // without a network it stays as it is
      );
    },
    checked(lesson, right, of) {
      const at = ports.now();
      const lessons = { ...state.get().lessons, [lesson]: { right, of, at } };
      memory.set(KEPT_LESSONS, JSON.stringify(lessons));
      change({ lessons });
      const { terminal } = state.get().course.context;
      ports.tell(sentLesson({ id: ports.newId(), lesson, right, of, terminal, at }));
    },
    hear(causes) {
      const { course } = state.get();
      if (causes.length === 0 || course.finding.length > 0) return;
      keep(advance(kit, course, { kind: 'finding', causes }, ports.now()), WORDS.finding);
    },
  };
}

/** The language that was chosen on this device. */
export function keptLang(memory: Ports['memory']): Lang | null {
  const kept = memory.get(KEPT_LANG);
  return kept === 'zh' || kept === 'en' ? kept : null;
}

/** A course that was left is gone on with, unless a sticker of another terminal was scanned since. */
function opened(kit: Kit, ports: Ports, { context, lang, page, notice }: Opening, fresh: () => Course): State {
  const { memory, now } = ports;
  const said = {
    lang: keptLang(memory) ?? lang,
    page,
    lessons: readResults(memory.get(KEPT_LESSONS)),
  };
  const kept = fromKept(kit, memory.get(KEPT_COURSE), now());
  if ('ended' in kept) close(kit, ports, kept.ended);
  if (!('course' in kept)) {
    const broken = 'broken' in kept && kept.broken ? WORDS.kept_broken : null;
    return { ...said, course: fresh(), notice: notice ?? broken };
  }
  const other = context.terminal !== null && context.terminal !== kept.course.context.terminal;
  if (other || kept.course.log.length === 0) return { ...said, course: fresh(), notice };
  return { ...said, course: kept.course, notice: notice ?? (page.kind === 'course' ? WORDS.resumed : null) };
}

/** What helped is learned when a course is left as fixed: until then somebody may say that it does not read after all. */
function close(kit: Kit, { memory }: Ports, course: Course): void {
  if (course.now.kind !== 'fixed') return;
  const keep = (learned: string | null) => learned !== null && memory.set(KEPT_LEARNED, learned);
  void kit.learn(memory.get(KEPT_LEARNED), evidenceOf(course), course.now.by).then(keep);
}
