import { createRoot } from 'react-dom/client';
import { browserPorts, heedBackKey, openingOf } from './browser.ts';
import { guideOf } from './guide.ts';
import { ownKit } from './kit/own.ts';
import { keepOffline } from './offline/register.ts';
import { App } from './screens/app.tsx';
import { clientOf } from './server/client.ts';
import { keepSending } from './server/connect.ts';
import { outboxOf } from './server/outbox.ts';
import { GuideContext } from './use-guide.ts';

const client = clientOf(`${location.origin}${location.pathname}`, fetch.bind(window));
const ports = { ...browserPorts(), tell: keepSending(client, outboxOf(indexedDB)) };
const guide = guideOf(ownKit(), ports, openingOf(location, navigator.languages));
const root = document.getElementById('guide');
if (root === null) throw new Error('the page has no place for the guide');
createRoot(root).render(
  <GuideContext value={guide}>
    <App />
  </GuideContext>,
);
heedBackKey(guide);

const { terminal } = guide.state.get().course.context;
if (terminal !== null) void client.findings(terminal).then(guide.hear);
void keepOffline(() => guide.state.get().course.log.length === 0);
