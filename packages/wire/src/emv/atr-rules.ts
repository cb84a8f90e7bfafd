import type { Text } from '../text.ts';

/** The interface bytes by their name: TA1, TD2 … */
export type AtrBytes = { readonly [id: string]: number | undefined };

type Rule = {
  readonly id: string;
  readonly name: Text;
  readonly needed: string;
  /** Where the byte means something else otherwise. */
  readonly when?: (atr: AtrBytes) => boolean;
  readonly fits: (value: number, atr: AtrBytes) => boolean;
  readonly isRequired?: (atr: AtrBytes) => boolean;
};

const t = (zh: string, en: string): Text => ({ zh, en });
const offersT1 = ({ TD1 }: AtrBytes): boolean => ((TD1 ?? 0) & 0x0f) === 1;

/** Extra guard time: FF means the shortest there is. */
const guardTime = ({ TC1 = 0 }: AtrBytes): number => (TC1 === 0xff ? -1 : TC1);

/** What EMV asks of the interface bytes (Book 1, 8.3; ISO/IEC 7816-3, 8.3 and 11.4), by openemv/emv-utils c29b155. */
export const ATR_RULES: readonly Rule[] = [
  {
    id: 'TA1',
    name: t('时钟与速率 Fi/Di（专用模式）', 'clock and rate Fi/Di (specific mode)'),
    needed: '11-13',
    when: ({ TA2 }) => TA2 !== undefined,
    fits: (value) => value >= 0x11 && value <= 0x13,
  },
  {
    id: 'TA1',
    name: t('时钟与速率 Fi/Di', 'clock and rate Fi/Di'),
    needed: '1x-Fx, x3-xF',
    fits: (value) => value >> 4 !== 0 && (value & 0x0f) >= 3,
  },
  { id: 'TB1', name: t('编程电压 Vpp', 'programming voltage Vpp'), needed: '00-FF', fits: () => true },
  {
    id: 'TC1',
    name: t('额外保护时间', 'extra guard time'),
    needed: '00, FF',
    fits: (value) => value === 0x00 || value === 0xff,
  },
  { id: 'TD1', name: t('协议', 'protocol'), needed: 'x0, x1', fits: (value) => (value & 0x0f) <= 1 },
  {
    id: 'TA2',
    name: t('专用模式', 'specific mode'),
    needed: '00, 01 (= TD1)',
    fits: (value, { TD1 = 0 }) => (value & 0x0f) === (TD1 & 0x0f) && (value & 0x10) === 0,
  },
  { id: 'TC2', name: t('T=0 等待时间', 'waiting time of T=0'), needed: '0A', fits: (value) => value === 0x0a },
  {
    id: 'TD2',
    name: t('后续协议', 'next protocol'),
    needed: 'xF (T=0), x1 (T=1)',
    fits: (value, atr) => (value & 0x0f) === (offersT1(atr) ? 1 : 15),
    isRequired: offersT1,
  },
  {
    id: 'TA3',
    name: t('T=1 信息域长度 IFSC', 'information field size of T=1 (IFSC)'),
    needed: '10-FE',
    when: offersT1,
    fits: (value) => value >= 0x10 && value <= 0xfe,
  },
  {
    id: 'TB3',
    name: t('T=1 等待时间 BWI/CWI', 'waiting times of T=1 (BWI/CWI)'),
    needed: '00-45',
    when: offersT1,
    fits: (value, atr) => value >> 4 <= 4 && (value & 0x0f) <= 5 && 2 ** (value & 0x0f) >= guardTime(atr) + 1,
    isRequired: offersT1,
  },
  { id: 'TC3', name: t('T=1 校验方式', 'check of T=1'), needed: '00', when: offersT1, fits: (value) => value === 0 },
];
