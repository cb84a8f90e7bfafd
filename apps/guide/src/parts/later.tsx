import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Kit } from '../kit/kit.ts';
import { useGuide } from '../use-guide.ts';

/** A screen whose code comes after that of the first ones. `fetch`: gets it before it is shown. */
type Later<P> = ComponentType<P> & { fetch(kit: Kit): Promise<void> };

/** A screen whose code, and the words of causes, are fetched when it is first shown: from the device itself, once the guide is kept there. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): Later<P> {
  let loaded: ComponentType<P> | null = null;
  const fetch = async (kit: Kit) => {
    [loaded] = await Promise.all([load(), kit.whole()]);
  };
  return Object.assign(
    function Later(props: P) {
      const { kit } = useGuide();
      const [, drawAgain] = useState(loaded !== null);
      useEffect(() => {
        if (loaded === null) void fetch(kit).then(() => drawAgain(true));
      }, [kit]);
      const Loaded = loaded;
      return Loaded && <Loaded {...props} />;
    },
    { fetch },
  );
}
