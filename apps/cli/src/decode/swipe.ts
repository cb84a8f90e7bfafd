import { ACTIONS, CAUSES } from '@duka/knowledge';
import type { CauseId, Text } from '@duka/model';
import type { TreeNode } from '@duka/wire';
import type { Sound, SwipeCause } from '@duka/wire/magstripe';
import { analyseSwipes, swipeTree, verdictTree } from '@duka/wire/magstripe';

/** The cause of the house that stands behind what a swipe suffers from; none where nothing is wrong. */
const CAUSE_OF: { readonly [S in SwipeCause]: CauseId | null } = {
  fine: null,
  head_worn: 'hardware.magstripe_head_worn',
  head_dirty: 'hardware.magstripe_head_dirty',
  stripe_damaged: 'card.stripe_damaged',
  too_fast: 'operation.swipe_technique',
  uneven: 'operation.swipe_technique',
  stopped: 'operation.swipe_technique',
  tilted: 'operation.swipe_technique',
};

const REMEDY: Text = { zh: '怎么办', en: 'what to do' };

export { parseWav as readRecording } from '@duka/wire/magstripe';

/** The recordings of several swipes of one card are judged together. */
export function decodeSwipes(sounds: readonly Sound[]) {
  const { swipes, verdict } = analyseSwipes(sounds);
  const trees = swipes.map((report, at) => swipeTree(report, sounds[at]!));
  const first = verdict?.causes[0]?.cause;
  return {
    trees,
    verdict: verdict && [verdictTree(verdict), ...remedies(first === undefined ? null : CAUSE_OF[first])],
  };
}

function remedies(cause: CauseId | null): readonly TreeNode[] {
  if (cause === null) return [];
  const [id] = CAUSES[cause].remedies;
  const action = id === undefined ? undefined : ACTIONS[id];
  return action ? [{ offset: 0, length: 0, id: cause, name: REMEDY, says: action.text }] : [];
}
