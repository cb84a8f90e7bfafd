import type { Finding, FindingSeries, Lang, Text } from '@duka/model';
import { level, number } from '../amounts.ts';
import { dayOf, eachWords, minuteOf, momentAt, monthOf, parseMoment } from '../moments.ts';
import { both, type Html, html, nothing, t } from './markup.ts';

type Bucket = FindingSeries['buckets'][number];
/** Times in ms since 1970; `offset` is that of the finding's start, so that all its times read alike. */
type Frame = {
  readonly start: number;
  readonly width: number;
  readonly buckets: readonly Bucket[];
  readonly offset: number;
  readonly top: number;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** More bars than this melt together on a phone. */
const BARS_MOST = 96;
const PLOT_HEIGHT = 128;
/** Two rows of marks above the bars, one row of ticks below. */
const ABOVE = 36;
const BELOW = 22;
const HEIGHT = ABOVE + PLOT_HEIGHT + BELOW;
const TICKS_MOST = 7;
const STEPS = [
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  7 * DAY,
  14 * DAY,
  30 * DAY,
  91 * DAY,
  365 * DAY,
];

const percent = (part: number): string => `${(100 * part).toFixed(2)}%`;
const fixed = (value: number): string => value.toFixed(1);
const short = (value: number): string => String(Number(value.toFixed(4)));

/** Neighbouring buckets added together, so that there are few enough bars. @internal */
export function coarser(series: FindingSeries, most: number): FindingSeries {
  const factor = Math.ceil(series.buckets.length / most);
  if (factor <= 1) return series;
  const buckets: Bucket[] = [];
  for (let at = 0; at < series.buckets.length; at += factor) {
    const group = series.buckets.slice(at, at + factor);
    const sum = (of: (bucket: Bucket) => number): number => group.reduce((total, bucket) => total + of(bucket), 0);
    buckets.push({
      attempts: sum((b) => b.attempts),
      failures: sum((b) => b.failures),
      expected: sum((b) => b.expected),
    });
  }
  return { ...series, width: series.width * factor, buckets };
}

const SMALL_TOPS = [2, 4, 6, 8, 10];
const LARGE_TOPS = [1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10];
/** The smallest round number, with a whole half, that is no less than `highest`. @internal */
export function niceTop(highest: number): number {
  const small = SMALL_TOPS.find((top) => top >= highest);
  if (small !== undefined) return small;
  const unit = 10 ** Math.floor(Math.log10(highest));
  return Math.round((LARGE_TOPS.find((top) => top * unit >= highest) ?? 10) * unit);
}

function frameOf(finding: Finding, series: FindingSeries): Frame {
  const { start, width, buckets } = coarser(series, BARS_MOST);
  const top = niceTop(Math.max(...buckets.map((bucket) => Math.max(bucket.failures, bucket.expected))));
  return { start, width, buckets, top, offset: parseMoment(finding.since)?.offset ?? 0 };
}

const length = (frame: Frame): number => frame.width * frame.buckets.length;
const place = (frame: Frame, at: number): number => Math.min(1, Math.max(0, (at - frame.start) / length(frame)));
const height = (frame: Frame, value: number): number => (PLOT_HEIGHT * value) / frame.top;

function bars(frame: Frame, since: number, until: number): readonly Html[] {
  const { buckets, start, width, offset } = frame;
  return buckets.flatMap((bucket, index) => {
    if (bucket.failures === 0) return [];
    const from = start + index * width;
    const inside = from + width > since && from < until;
    const tall = height(frame, bucket.failures);
    // A <title> holds text only, so it says the time in digits, which both languages read.
    const moment = momentAt(from, offset);
    const hint = `${moment.month}/${moment.day} ${moment.clock} · ${bucket.failures} / ${bucket.attempts}`;
    return [
      html`<rect class="${inside ? 'bar' : 'bar quiet'}" x="${percent((index + 0.12) / buckets.length)}" width="${percent(0.76 / buckets.length)}" y="${fixed(ABOVE + PLOT_HEIGHT - tall)}" height="${fixed(tall)}"><title>${hint}</title></rect>`,
    ];
  });
}

/** The expected level as steps; the inner picture stretches with the page, its line does not get thicker. */
function expectedLine({ buckets, top }: Frame): Html {
  const steps = buckets.map(
    (bucket, index) => `${index === 0 ? 'M0' : `L${index}`} ${short(top - bucket.expected)}H${index + 1}`,
  );
  return html`<svg x="0" y="${ABOVE}" width="100%" height="${PLOT_HEIGHT}" viewBox="0 0 ${buckets.length} ${top}" preserveAspectRatio="none"><path class="usual" d="${steps.join('')}"/></svg>`;
}

function tickTimes(frame: Frame): { readonly step: number; readonly times: readonly number[] } {
  const step = STEPS.find((one) => length(frame) / one <= TICKS_MOST) ?? Math.ceil(length(frame) / TICKS_MOST);
  const first = Math.ceil((frame.start + frame.offset) / step) * step - frame.offset;
  const times: number[] = [];
  for (let at = first; at <= frame.start + length(frame); at += step) times.push(at);
  return { step, times };
}

function tickWords(at: number, step: number, offset: number, lang: Lang): string {
  const moment = momentAt(at, offset);
  if (step >= 30 * DAY) return monthOf(moment, lang);
  if (step >= DAY || moment.clock === '00:00') return dayOf(moment, lang, false);
  return moment.clock;
}

/** Words inside a drawing: one <text> a language. */
const label = (say: (lang: Lang) => string, attributes: Html): Html =>
  html`<text class="zh" lang="zh-CN" ${attributes}>${say('zh')}</text><text class="en" lang="en" ${attributes}>${say('en')}</text>`;

function ticks(frame: Frame): readonly Html[] {
  const { step, times } = tickTimes(frame);
  const crowded = times.length > 4;
  return times.map((at, index) => {
    const x = place(frame, at);
    const anchor = x < 0.04 ? 'start' : x > 0.96 ? 'end' : 'middle';
    const bottom = ABOVE + PLOT_HEIGHT;
    return html`<g class="${crowded && index % 2 === 1 ? 'tick odd' : 'tick'}"><line x1="${percent(x)}" x2="${percent(x)}" y1="${bottom}" y2="${bottom + 4}"/>${label(
      (lang) => tickWords(at, step, frame.offset, lang),
      html`x="${percent(x)}" y="${bottom + 17}" text-anchor="${anchor}"`,
    )}</g>`;
  });
}

/** A labelled line at a moment; the label turns to the side that has room. */
function mark(frame: Frame, at: number | undefined, row: 0 | 1, name: Text): Html {
  if (at === undefined || at < frame.start || at > frame.start + length(frame)) return nothing;
  const x = place(frame, at);
  const y = 12 + row * 16;
  const left = x > 0.58;
  return html`<g class="mark"><line x1="${percent(x)}" x2="${percent(x)}" y1="${y - 9}" y2="${ABOVE + PLOT_HEIGHT}"/>${label(
    (lang) => `${name[lang]} ${minuteOf(momentAt(at, frame.offset), lang, false)}`,
    html`x="${percent(x)}" y="${y}" dx="${left ? -5 : 5}" text-anchor="${left ? 'end' : 'start'}"`,
  )}</g>`;
}

function axis({ top }: Frame): Html {
  const lines = [0, top / 2, top].map(
    (value) =>
      html`<text x="100%" dx="-6" y="${fixed(ABOVE + PLOT_HEIGHT - (PLOT_HEIGHT * value) / top + 4)}" text-anchor="end">${number(value)}</text>`,
  );
  return html`<svg class="axis" height="${HEIGHT}" aria-hidden="true" focusable="false">${lines}</svg>`;
}

const grid = ({ top }: Frame): readonly Html[] =>
  [0, top / 2, top].map((value) => {
    const y = fixed(ABOVE + PLOT_HEIGHT - (PLOT_HEIGHT * value) / top);
    return html`<line class="${value === 0 ? 'grid base' : 'grid'}" x1="0" x2="100%" y1="${y}" y2="${y}"/>`;
  });

/** The picture in words, for those who cannot see it: they hear what the others see. */
function caption(frame: Frame, index: number): Html {
  const most = Math.max(...frame.buckets.map((bucket) => bucket.failures));
  const usual = frame.buckets.reduce((sum, bucket) => sum + bucket.expected, 0) / frame.buckets.length;
  const each = both((lang) =>
    lang === 'zh'
      ? `${eachWords(frame.width, lang)}的失败次数，最多 ${number(most)} 次，${usual < 0.05 ? '平时几乎没有' : `平时平均约 ${level(usual)} 次`}`
      : `Failures in ${eachWords(frame.width, lang)}: ${number(most)} at most, ${usual < 0.05 ? 'almost none is usual' : `usually about ${level(usual)}`}`,
  );
  return html`<figcaption><span id="chart-${index}">${each}</span> <span class="key"><svg width="14" height="10" aria-hidden="true"><rect class="bar" x="1" y="1" width="5" height="9"/><rect class="bar" x="8" y="4" width="5" height="6"/></svg>${t('失败', 'failures')}</span> <span class="key"><svg width="18" height="10" aria-hidden="true"><path class="usual" d="M0 5H18"/></svg>${t('平时水平', 'usual level')}</span></figcaption>`;
}

/** Failures over time around a finding: bars, the usual level, and where it began and ended. */
export function chart(finding: Finding, series: FindingSeries | undefined, index: number): Html {
  if (series === undefined || series.buckets.length === 0 || series.width <= 0) return nothing;
  const frame = frameOf(finding, series);
  const since = parseMoment(finding.since)?.at;
  const until = finding.until === null ? undefined : parseMoment(finding.until)?.at;
  return html`<figure>
${caption(frame, index)}
<div class="chart">${axis(frame)}<svg class="plot" height="${HEIGHT}" role="img" aria-labelledby="chart-${index}">
${grid(frame)}${bars(frame, since ?? Number.NEGATIVE_INFINITY, until ?? Number.POSITIVE_INFINITY)}${expectedLine(frame)}
${ticks(frame)}
${mark(frame, since, 0, { zh: '开始', en: 'began' })}${mark(frame, until, 1, { zh: '恢复', en: 'ended' })}
</svg></div>
</figure>`;
}
