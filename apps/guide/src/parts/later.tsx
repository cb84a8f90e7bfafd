import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A screen whose code is fetched when it is first shown: from the device itself, once the guide is kept there. */
export function later(load: () => Promise<{ readonly default: ComponentType }>): ComponentType {
  return function Later() {
    const [screen, setScreen] = useState<{ readonly Loaded: ComponentType } | null>(null);
    useEffect(() => {
      void load().then(({ default: Loaded }) => setScreen({ Loaded }));
    }, []);
    return screen && <screen.Loaded />;
  };
}
