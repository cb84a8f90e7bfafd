import type { Text } from '../../text.ts';
import type { TreeNode } from '../../tree.ts';
import type { ChannelReport, SwipeReport } from './analyse.ts';
import { SWIPE_CAUSES } from './causes.ts';
import type { Nothing } from './channel.ts';
import type { Verdict } from './judge.ts';
import { QUESTIONS } from './questions.ts';
import type { Sound } from './wav.ts';

const t = (zh: string, en: string): Text => ({ zh, en });

const NOTHING: { readonly [N in Nothing]: Text } = {
  silent: t(
    '没有信号：卡刷反了、磁条已消磁，或磁头、连线断了',
    'no signal: card the wrong way round, stripe erased, or head or cable broken',
  ),
  noise: t('只有噪声，没有刷卡信号', 'nothing but noise, no swipe in it'),
  too_short: t('信号太短，不是一次刷卡', 'too short a signal for a swipe'),
};

/** Distance between the speeds that are told. */
const PROFILE_MM = 10;
/** More of the loud samples than this at the limit: the heights mean nothing. */
const CLIPPED = 0.2;

/** What each channel of a swipe showed. Places are those of its samples in the file. */
export function swipeTree(report: SwipeReport, { dataOffset, frameBytes, channels }: Sound): readonly TreeNode[] {
  const place = { offset: dataOffset, length: (channels[0]?.length ?? 0) * frameBytes };
  return report.map((channel, at) => {
    const name = t(`声道 ${at + 1}`, `channel ${at + 1}`);
    const head = { ...place, id: `channel${at + 1}`, name };
    if (channel.state !== 'read') return { ...head, value: channel.state, says: NOTHING[channel.state] };
    return { ...head, says: sayRead(channel), children: [...measures(channel, place), ...trackOf(channel)] };
  });
}

const trackOf = ({ tree }: ChannelReport): readonly TreeNode[] => (tree === null ? [] : [tree]);

function sayRead({ whole, backward, track }: ChannelReport): Text {
  if (backward === null) return t('没有找到起始标志', 'no start sentinel found');
  return whole
    ? t(`第 ${track} 磁道读全`, `track ${track} read whole`)
    : t(`第 ${track} 磁道读得不全`, `track ${track} read in part`);
}

function measures(channel: ChannelReport, place: { readonly offset: number; readonly length: number }): TreeNode[] {
  const { speeds, amplitude, noise, jitter, dropOuts, clipped } = channel;
  const all = speeds.map(({ speed }) => speed);
  const decibels = 20 * Math.log10(amplitude / Math.max(noise, 1e-6));
  const node = (id: string, name: Text, value: string, says?: Text): TreeNode => {
    const plain = { ...place, id, name, value };
    return says === undefined ? plain : { ...plain, says };
  };
  const profile = speeds
    .filter(({ mm }) => mm >= 0 && mm % PROFILE_MM === 0)
    .map(({ mm, speed }) => `${mm}:${Math.round(speed)}`)
    .join(' ');
  const range = `${Math.round(Math.min(...all))}-${Math.round(Math.max(...all))} mm/s`;
  const nodes = [
    node('speed', t('速度', 'speed'), range),
    node('speeds', t('沿磁条的速度（mm:mm/s）', 'speed along the stripe (mm:mm/s)'), profile),
    node('amplitude', t('幅度', 'amplitude'), `${percent(amplitude)} / ${decibels.toFixed(0)} dB`),
    node('jitter', t('抖动', 'jitter'), percent(jitter)),
    node('width', t('脉冲宽度', 'pulse width'), `${channel.features.width.toFixed(3)} mm`),
  ];
  for (const [index, { fromMm, toMm }] of dropOuts.entries()) {
    const value = `${fromMm.toFixed(1)}-${toMm.toFixed(1)} mm`;
    nodes.push(node(`dropOut${index + 1}`, t('信号缺失', 'drop-out'), value));
  }
  if (clipped > CLIPPED) {
    const says = t(
      '录音已到上限，幅度不可信；请调低录音音量',
      'the recording ran into its limit, heights mean nothing; lower its level',
    );
    nodes.push(node('clipped', t('削顶', 'clipped'), percent(clipped), says));
  }
  return nodes;
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

const SAME_PLACE: Text = t('多次刷卡在同一处缺失', 'drop-outs at the same place in each swipe');
/** A chance that rounds to nothing is left out. */
const LEAST = 0.005;
const MOST_EVIDENCE = 4;
/** log10 of the factor: less says nothing. */
const LEAST_WEIGHT = 0.05;

/** What the swipes suffer from, with the evidence for the likeliest. */
export function verdictTree({ causes, evidence }: Verdict): TreeNode {
  const place = { offset: 0, length: 0 };
  const told = evidence.filter(({ weight }) => weight >= LEAST_WEIGHT).slice(0, MOST_EVIDENCE);
  const proofs = told.map(({ feature, value, weight }): TreeNode => {
    const question = feature === 'samePlace' ? { name: SAME_PLACE, unit: t('', '') } : QUESTIONS[feature];
    const factor = (10 ** weight).toFixed(1);
    const shown = Number(value.toPrecision(2));
    const says = t(
      `${shown}${question.unit.zh}，支持度 ${factor} 倍`,
      `${shown}${question.unit.en}, ${factor} times likelier under it`,
    );
    return { ...place, id: feature, name: question.name, says };
  });
  const likely = causes.filter(({ probability }) => probability >= LEAST);
  const children = likely.map(({ cause, probability }, at): TreeNode => {
    const node = { ...place, id: cause, name: SWIPE_CAUSES[cause], value: percent(probability) };
    return at === 0 && proofs.length > 0 ? { ...node, children: proofs } : node;
  });
  const says = t(
    '按仿真的刷卡统计，各原因事先同等可能',
    'counted on simulated swipes, all causes equally likely beforehand',
  );
  return { ...place, id: 'verdict', name: t('判断', 'verdict'), says, children };
}
