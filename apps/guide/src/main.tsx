import { NOTHING_LEARNED } from '@duka/diagnosis';
import { render } from 'preact';
import { browserPorts, heedBackKey, openingOf } from './browser.ts';
import { guideOf } from './guide.ts';
import { KEPT_LEARNED } from './kept-names.ts';
import { modelHere } from './kit/built-with.ts';
import { keptLearned } from './kit/learned.ts';
import { ownKit } from './kit/own.ts';
import { keepOffline } from './offline/register.ts';
import { answerTaps, goOnFrom, tapsIn } from './opening/take-over.ts';
import { App } from './screens/app.tsx';
import { clientOf } from './server/client.ts';
import { keepSending } from './server/connect.ts';
import { outboxOf } from './server/outbox.ts';
import { GuideContext } from './use-guide.ts';
import { WORDS } from './words/words.ts';

const client = clientOf(`${location.origin}${location.pathname}`, fetch.bind(window));
const ports = { ...browserPorts(), tell: keepSending(client, outboxOf(indexedDB)) };
const learned = keptLearned(ports.memory.get(KEPT_LEARNED));
const model = modelHere(learned ?? NOTHING_LEARNED);
const opening = openingOf(location, navigator.languages);
const notice = opening.notice ?? (learned === null ? WORDS.learned_broken : null);
if (learned === null) ports.memory.set(KEPT_LEARNED, JSON.stringify(NOTHING_LEARNED));
const guide = guideOf(ownKit(model), ports, { ...opening, notice });
const root = document.getElementById('guide');
if (root === null) throw new Error('the page has no place for the guide');
const noted = tapsIn(root.dataset);
root.dataset.ready = '';
const waiting = goOnFrom(guide, noted);
const wasRead = root.contains(document.activeElement);
root.replaceChildren(); // the first questions stood here, and may have been answered
render(
  <GuideContext.Provider value={guide}>
    <App />
  </GuideContext.Provider>,
  root,
);
if (wasRead) root.querySelector('h1')?.focus({ preventScroll: true });
answerTaps(guide, waiting);
heedBackKey(guide);

const { terminal } = guide.state.get().course.context;
if (terminal !== null) void client.findings(terminal).then(guide.hear);
void keepOffline(() => guide.state.get().course.log.length === 0);
performance.mark('ready'); // for whoever measures: npm run bench:guide-load
