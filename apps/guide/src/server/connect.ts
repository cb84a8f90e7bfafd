import type { Client } from './client.ts';
import type { Outbox } from './outbox.ts';
import type { Sent } from './sent.ts';
import { SYNC } from './sync.ts';

/** Sends what waits, now and whenever there is a network again; returns what takes a report. */
export function keepSending(client: Client, outbox: Outbox): (report: Sent) => void {
  const flush = () => outbox.flush(client).catch(() => false);
  addEventListener('online', () => void flush());
  void flush();
  return (report) =>
    void outbox
      .put(report)
      .then(flush)
      .then(askForSync, () => {});
}

/** Chromium's own; elsewhere the page sends when it is open. */
async function askForSync(sent: boolean): Promise<void> {
  if (sent || !('serviceWorker' in navigator)) return;
  const { sync } = (await navigator.serviceWorker.ready) as { sync?: { register(name: string): Promise<void> } };
  await sync?.register(SYNC).catch(() => {});
}
