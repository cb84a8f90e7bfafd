import { render } from 'preact';
import { browserPorts, heedBackKey, openingOf } from './browser.ts';
import type { Guide } from './guide.ts';
import { guideOf, keptLang } from './guide.ts';
import { KEPT_LEARNED } from './kept-names.ts';
import type { Kit } from './kit/kit.ts';
import { kitOf } from './kit/kit-of.ts';
import type { Packed, PackedWords } from './kit/packed.ts';
import { spoken } from './kit/spoken.ts';
import { unpack } from './kit/unpack.ts';
import { englishOf } from './opening/english.ts';
import { planAhead } from './opening/plan-ahead.ts';
import { answerTaps, goOnFrom, tapsIn } from './opening/take-over.ts';
import { screenAt } from './opening/templates.ts';
import { App } from './screens/app.tsx';
import type { Sent } from './server/sent.ts';
import { thinkAhead } from './think-ahead.ts';
import { GuideContext } from './use-guide.ts';
import { WORDS } from './words/words.ts';

const { memory, ...machine } = browserPorts();
const rest = () => import('./rest.ts');

/** Lets the page answer a tap before work goes on. */
const breath = () => new Promise((resolve) => setTimeout(resolve));

/** What the page carries, and what this device has learned besides: that takes a file of its own. */
async function kitHere(
  english: () => Promise<PackedWords>,
): Promise<{ readonly kit: Kit; readonly isForgotten: boolean }> {
  await breath();
  const packed: Packed = JSON.parse(document.getElementById('knowledge')?.textContent ?? '');
  const model = unpack(packed);
  const said = spoken(packed, { english, later: async () => (await import('./kit/later-words.ts')).laterWords });
  const kept = memory.get(KEPT_LEARNED);
  if (kept === null && packed.learned === null)
    return { kit: kitOf(model, said, { ahead: planAhead(said, packed.first, screenAt) }), isForgotten: false };
  const { afterLearning, keptLearned, NOTHING_LEARNED } = await import('./kit/learned-here.ts');
  const learned = keptLearned(kept);
  if (learned === null) memory.set(KEPT_LEARNED, JSON.stringify(NOTHING_LEARNED));
  return { kit: kitOf(afterLearning(model, packed.learned, learned), said), isForgotten: learned === null };
}

/** Goes on from the first questions that stand in the page, and may have been answered. */
function takeOver(guide: Guide, root: HTMLElement): void {
  const noted = tapsIn(root.dataset);
  root.dataset.ready = '';
  const waiting = goOnFrom(guide, noted);
  const wasRead = root.contains(document.activeElement);
  root.replaceChildren();
  render(
    <GuideContext.Provider value={guide}>
      <App />
    </GuideContext.Provider>,
    root,
  );
  if (wasRead) root.querySelector('h1')?.focus({ preventScroll: true });
  answerTaps(guide, waiting);
}

async function start(root: HTMLElement): Promise<void> {
  const opening = openingOf(location, navigator.languages);
  const { kit, isForgotten } = await kitHere(() => englishOf(root));
  await kit.speaks(keptLang(memory) ?? opening.lang).catch(() => {}); // then it speaks Chinese
  await breath();
  const notice = opening.notice ?? (isForgotten ? WORDS.learned_broken : null);
  const tell = (report: Sent) => void rest().then((there) => there.tell(report));
  const guide = guideOf(kit, { ...machine, memory, tell }, { ...opening, notice });
  takeOver(guide, root);
  heedBackKey(guide);
  thinkAhead(guide);
  performance.mark('ready'); // for whoever measures: npm run bench:guide-load
  const { client, fetchAll, keepOffline } = await rest();
  const { terminal } = guide.state.get().course.context;
  if (terminal !== null) void client.findings(terminal).then(guide.hear);
  void keepOffline(() => guide.state.get().course.log.length === 0);
  void fetchAll(kit).catch(() => {}); // without a network: each is tried again when it is shown
}

const root = document.getElementById('guide');
if (root === null) throw new Error('the page has no place for the guide');
void start(root);
