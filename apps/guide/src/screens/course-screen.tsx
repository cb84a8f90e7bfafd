import { isHere } from '../kit/kit.ts';
import { Bottom } from '../parts/bottom.tsx';
import { useGuide, useGuideState } from '../use-guide.ts';
import { Ask } from './ask.tsx';
import { ClashScreen } from './clash.tsx';
import { Do } from './do.tsx';
import { Call, Fixed } from './later.ts';

/** The one thing that there is to do now. */
export function CourseScreen() {
  const { kit } = useGuide();
  const { now } = useGuideState().course;
  const step = now.kind === 'do' ? kit.step(now.id) : undefined;
  return (
    <>
      <main key={`${now.kind}.${'id' in now ? now.id : now.by}`}>
        {now.kind === 'ask' && <Ask id={now.id} />}
        {step && (isHere(step) ? <Do step={step} /> : <Call id={step.id} />)}
        {now.kind === 'clash' && <ClashScreen id={now.id} />}
        {now.kind === 'fixed' && <Fixed by={now.by} />}
        {now.kind === 'call' && <Call />}
      </main>
      <Bottom />
    </>
  );
}
