import { Bottom } from '../parts/bottom.tsx';
import { useGuideState } from '../use-guide.ts';
import { Ask } from './ask.tsx';
import { Call } from './call.tsx';
import { ClashScreen } from './clash.tsx';
import { Do } from './do.tsx';
import { Fixed } from './fixed.tsx';

/** The one thing that there is to do now. */
export function CourseScreen() {
  const { now } = useGuideState().course;
  return (
    <>
      <main key={`${now.kind}.${'id' in now ? now.id : now.by}`}>
        {now.kind === 'ask' && <Ask id={now.id} />}
        {now.kind === 'do' && <Do id={now.id} />}
        {now.kind === 'clash' && <ClashScreen id={now.id} />}
        {now.kind === 'fixed' && <Fixed by={now.by} />}
        {now.kind === 'call' && <Call />}
      </main>
      <Bottom />
    </>
  );
}
