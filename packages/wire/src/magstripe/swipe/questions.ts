import type { Text } from '../../text.ts';
import type { Feature } from './features.ts';

const alike = (text: string): Text => ({ zh: text, en: text });

/** A question to the signal: its unit, and where the answer changes from one grade to the next. */
type Question = { readonly name: Text; readonly unit: Text; readonly edges: readonly number[] };

/**
 * The grades are chosen by us on simulated swipes (packages/sim/src/swipe); they are no limits of a standard. An answer
 * that could not be measured is a grade of its own, after the last.
 */
export const QUESTIONS = {
  shortest: {
    name: { zh: '相邻翻转的最短间隔', en: 'shortest time between transitions' },
    unit: { zh: ' 个采样', en: ' samples' },
    edges: [2, 2.5, 3, 4],
  },
  width: { name: { zh: '脉冲宽度', en: 'pulse width' }, unit: alike(' mm'), edges: [0.038, 0.05, 0.07, 0.1] },
  widthWander: {
    name: { zh: '脉冲宽度的起伏', en: 'wander of the pulse width' },
    unit: alike(''),
    edges: [0.05, 0.09, 0.14],
  },
  resolution: {
    name: { zh: '密处与疏处幅度之比', en: 'height of dense to sparse parts' },
    unit: alike(''),
    edges: [0.5, 0.75, 0.9, 1.05],
  },
  lost: {
    name: { zh: '信号缺失所占比例', en: 'share in drop-outs' },
    unit: alike(''),
    edges: [0.001, 0.01, 0.06, 0.2],
  },
  wander: { name: { zh: '幅度的起伏', en: 'wander of the height' }, unit: alike(''), edges: [0.04, 0.08, 0.14, 0.25] },
  ramp: {
    name: { zh: '幅度从头到尾的升降', en: 'rise or fall of the height' },
    unit: alike(''),
    edges: [0.1, 0.3, 0.7, 1.2],
  },
  jerk: { name: { zh: '速度的突变', en: 'change of speed in a step' }, unit: alike(''), edges: [0.05, 0.1, 0.2, 0.4] },
  pause: { name: { zh: '最长的无信号段', en: 'longest pause' }, unit: alike(' mm'), edges: [0.5, 1.2, 3.5, 8] },
  speedAtPause: {
    name: { zh: '该段旁的速度与平均之比', en: 'speed beside the pause' },
    unit: alike(''),
    edges: [0.35, 0.7],
  },
} as const satisfies Record<Feature, Question>;

export const FEATURES = Object.keys(QUESTIONS) as readonly Feature[];

/** Places of drop-outs over several swipes of one card: the share found again at the same place, in grades. */
export const SAME_PLACE_EDGES = [0.34, 0.67] as const;

/** @returns the index of the grade; that of what was not measured is the number of edges plus one */
export function gradeOf(edges: readonly number[], value: number): number {
  if (Number.isNaN(value)) return edges.length + 1;
  let grade = 0;
  while (grade < edges.length && value >= edges[grade]!) grade++;
  return grade;
}
