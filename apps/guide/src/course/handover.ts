import type { Lang } from '@duka/model';
import type { Kit } from '../kit/kit.ts';
import { clockTime, dayAndTime, howLikely, LATER_WORDS } from '../words/later-words.ts';
import { OUTCOME_WORDS, WORDS } from '../words/words.ts';
import type { Course } from './course.ts';
import { evidenceOf } from './course.ts';

const MOST_CAUSES = 3;

/** What a technician needs, as a text to paste into a chat: what it may be, what was tried and when, what was answered. */
export function handoverText(kit: Kit, course: Course, link: string, lang: Lang): string {
  const { terminal, model } = course.context;
  const colon = lang === 'zh' ? '：' : ': ';
  const head = [
    `【${WORDS.brand[lang]}】${dayAndTime(course.started, lang)}`,
    terminal && `${WORDS.terminal[lang]}${colon}${terminal}${model ? ` (${model})` : ''}`,
  ];
  const causes = kit
    .plan(evidenceOf(course))
    .causes.slice(0, MOST_CAUSES)
    .map(({ cause, probability }) => {
      const name = kit.cause(cause)?.name[lang] ?? cause;
      return `- ${name} ${Math.round(probability * 100)} % (${howLikely(probability)[lang]})`;
    });
  const tried = course.log.flatMap((entry) =>
    entry.kind === 'step'
      ? [
          `- ${clockTime(entry.at, lang)} ${OUTCOME_WORDS[entry.outcome][lang]}${colon}${kit.step(entry.id)?.text[lang] ?? entry.id}`,
        ]
      : [],
  );
  const said = course.log.flatMap((entry) => {
    if (entry.kind !== 'answer') return [];
    const question = kit.question(entry.id);
    const answer = entry.value === null ? WORDS.dont_know : question?.labels[entry.value];
    return [`- ${question?.text[lang] ?? entry.id} ${answer?.[lang] ?? entry.value}`];
  });
  const part = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? [`${title}${colon.trim()}`, ...lines] : [];
  return [
    ...head,
    ...part(WORDS.causes[lang], causes),
    ...part(LATER_WORDS.tried[lang], tried),
    ...part(LATER_WORDS.said[lang], said),
    link,
  ]
    .filter(Boolean)
    .join('\n');
}
