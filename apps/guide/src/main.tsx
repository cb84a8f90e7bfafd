import { createRoot } from 'react-dom/client';
import { browserPorts, heedBackKey, openingOf } from './browser.ts';
import { guideOf } from './guide.ts';
import { ownKit } from './kit/own.ts';
import { keepOffline } from './offline/register.ts';
import { App } from './screens/app.tsx';
import { GuideContext } from './use-guide.ts';

const guide = guideOf(ownKit(), browserPorts(), openingOf(location, navigator.languages));
const root = document.getElementById('guide');
if (root === null) throw new Error('the page has no place for the guide');
createRoot(root).render(
  <GuideContext value={guide}>
    <App />
  </GuideContext>,
);

heedBackKey(guide);
void keepOffline(() => guide.state.get().course.log.length === 0);
