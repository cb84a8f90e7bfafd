import { decodeCodes, MONEY_CODES } from '@duka/knowledge';
import { PATTERNS } from '@duka/knowledge/signatures';
import type { CodeEntry } from '@duka/model';
import { UNKNOWN } from '../log/dictionary.ts';
import { itsWork } from '../scene/blame.ts';
import type { Fault, Scene } from '../scene/scene.ts';

/** So many cards are blocked or have expired for one whose holder is without money again and again. */
const BLOCKED_TO_EMPTY = PATTERNS.blocked.prior / PATTERNS.no_funds.prior;
/** How often a refusal that the host explains is answered as one for want of money, where the card is blocked and where there is none. */
const MONEY_ANSWER = { blocked: 0.5, empty: 0.95 };
/**
 * What part of its sales is accepted, as a beta distribution: of a blocked card hardly one (what is approved offline, or before it is known), of
 * a holder without money what is small enough. Expert estimates, as those above.
 */
const ACCEPTED = { blocked: [1, 9], empty: [2, 3] } as const;

/**
 * Whether a card that is refused as if for want of money more likely belongs to a holder who has none than is blocked: issuers answer for
 * blocked, restricted and expired cards in several ways, 51 and 61 among them, but then nothing is accepted. Want of money is nobody's fault.
 */
export function isWithoutMoney(scene: Scene, fault: Fault): boolean {
  if (fault.pattern !== 'no_funds') return false;
  return Math.log(BLOCKED_TO_EMPTY) + logRatioOfAnswers(scene, fault) + logRatioOfSales(scene, fault) <= 0;
}

/** Logarithm of how much likelier the host's answers are where the card is blocked. */
function logRatioOfAnswers({ frame }: Scene, { blame }: Fault): number {
  const { blocked, empty } = MONEY_ANSWER;
  let sum = 0;
  for (const row of itsWork(blame)) {
    const { code } = frame.events[frame.event[row]!]!;
    const answers = code === null ? [] : decodeCodes(code).filter(isDecline);
    if (answers.some((answer) => MONEY_CODES.has(answer.code))) sum += Math.log(blocked / empty);
    else if (answers.length > 0) sum += Math.log((1 - blocked) / (1 - empty));
  }
  return sum;
}

const isDecline = ({ reasons }: CodeEntry): boolean => (reasons.declined ?? 0) > 0;

/** Logarithm of how much likelier it is where the card is blocked that so many of its sales were accepted while the trouble lasted. */
function logRatioOfSales({ observed, sales }: Scene, { rows, first, last }: Fault): number {
  const accepted = new Map<number, boolean>();
  for (const row of rows) {
    if (row < first || row > last) continue;
    // An attempt with no failure near it is a sale of its own, which has no number.
    const sale = sales.saleOf[row] === UNKNOWN ? -1 - row : sales.saleOf[row]!;
    accepted.set(sale, (accepted.get(sale) ?? false) || observed[row]! < 0);
  }
  const well = [...accepted.values()].filter(Boolean).length;
  const { blocked, empty } = ACCEPTED;
  return logChance(well, accepted.size - well, blocked) - logChance(well, accepted.size - well, empty);
}

/** Logarithm of the chance of one row of so many accepted and refused sales, the part accepted being beta-distributed. */
function logChance(accepted: number, refused: number, [a, b]: readonly [number, number]): number {
  let sum = 0;
  for (let i = 0; i < accepted; i++) sum += Math.log(a + i);
  for (let i = 0; i < refused; i++) sum += Math.log(b + i);
  for (let i = 0; i < accepted + refused; i++) sum -= Math.log(a + b + i);
  return sum;
}
