/**
 * Keeps the guide on the device. A new version waits until no course is under way; then it takes over and the page is
 * loaded again.
 */
export async function keepOffline(isIdle: () => boolean): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  const had = serviceWorker.controller !== null;
  let reloaded = false;
  serviceWorker.addEventListener('controllerchange', () => {
    if (!had || reloaded) return;
    reloaded = true;
    location.reload();
  });
  const registration = await serviceWorker.register('./service-worker.js');
  const offer = () => {
    if (registration.waiting && isIdle()) registration.waiting.postMessage('take over');
  };
  offer();
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', offer));
}
