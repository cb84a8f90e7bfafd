import type { Pattern } from '@duka/knowledge/signatures';
import { PATTERNS } from '@duka/knowledge/signatures';
import type { Fault, Scene } from '../scene/scene.ts';
import { isOfMake } from '../suspicion/slack.ts';

/** A trouble strikes harder than this. */
const MILD = 0.15;
/** It was there from the start if no more than this part of the attempts came before. */
const AT_ONCE = 0.03;

/** Less than this part of the failures that tell why is as good as none. */
const UNTOLD = 0.1;

/** A stripe that is closed at a place is refused for most cards; less is the rule of a trade, or who comes there. */
const CLOSED = 0.6;

/**
 * Whether a place is only unlike the others: old people who mistype their PINs, a quarter with worn cards, pumps that have always asked for the
 * chip, a reader mounted where phones are held askew, a terminal that fails somewhat more often and never says why. What it has shown mildly
 * since the log began, a store at all its terminals and whoever serves, is expected there from now on, but nobody's fault; what begins one day is.
 */
export function isItsWay(scene: Scene, fault: Fault): boolean {
  const { kind, pattern, rate, rows, first, over } = fault;
  if (over || kind === 'operator' || first > rows[Math.floor(AT_ONCE * rows.length)]!) return false;
  const isPlace = kind === 'store' || kind === 'merchant';
  const isTerminal = kind === 'terminal';
  if (pattern === 'stripe_refused' || pattern === 'stripe_declined')
    return rate <= (isPlace || isTerminal || isOfMake(kind) ? CLOSED : MILD);
  if (rate > MILD) return false;
  const { ofCustomers }: Pattern = PATTERNS[pattern];
  return isPlace ? ofCustomers === true : isTerminal && (pattern === 'radio' || isUntold(scene, fault));
}

/** Whether hardly a failure tells why: then nothing but their number speaks against the place. */
function isUntold({ observed, classes }: Scene, { blame }: Fault): boolean {
  let told = 0;
  let all = 0;
  blame.rows.forEach((row, i) => {
    all += blame.share[i]!;
    if (classes[observed[row]!]!.isTold) told += blame.share[i]!;
  });
  return told < UNTOLD * all;
}
