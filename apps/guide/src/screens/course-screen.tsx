import type { Step } from '../kit/kit.ts';
import { Bottom } from '../parts/bottom.tsx';
import { useGuide, useGuideState } from '../use-guide.ts';
import { Ask } from './ask.tsx';
import { Call } from './call.tsx';
import { ClashScreen } from './clash.tsx';
import { Do } from './do.tsx';
import { Fixed } from './fixed.tsx';

/** Whose hands are at the counter: what others do is a call for them. */
const isHere = ({ by }: Step): boolean => by === 'cashier' || by === 'manager' || by === 'cardholder';

/** The one thing that there is to do now. */
export function CourseScreen() {
  const { kit } = useGuide();
  const { now } = useGuideState().course;
  const step = now.kind === 'do' ? kit.step(now.id) : undefined;
  return (
    <>
      <main key={`${now.kind}.${'id' in now ? now.id : now.by}`}>
        {now.kind === 'ask' && <Ask id={now.id} />}
        {step && (isHere(step) ? <Do step={step} /> : <Call step={step} />)}
        {now.kind === 'clash' && <ClashScreen id={now.id} />}
        {now.kind === 'fixed' && <Fixed by={now.by} />}
        {now.kind === 'call' && <Call />}
      </main>
      <Bottom />
    </>
  );
}
