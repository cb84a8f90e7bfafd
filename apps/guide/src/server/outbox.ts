import type { Client } from './client.ts';
import type { Sent } from './sent.ts';

/** Reports that wait for a network. The same id again takes the place of the one before. */
export type Outbox = {
  put(report: Sent): Promise<void>;
  /** Sends all that wait. True where nothing is left. */
  flush(client: Client): Promise<boolean>;
};

const DATABASE = 'duka-guide';
const STORE = 'outbox';
/** A shop without a server collects no more than this; the oldest go. */
const MOST = 200;

/** Kept in IndexedDB, where the service worker finds it too. Where that is refused, nothing is kept. */
export function outboxOf(databases: IDBFactory): Outbox {
  const open = () =>
    new Promise<IDBDatabase>((resolve, reject) => {
      const opening = databases.open(DATABASE, 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'id' });
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
  const within = async <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
    const database = await open();
    try {
      return await done(work(database.transaction(STORE, mode).objectStore(STORE)));
    } finally {
      database.close();
    }
  };
  const all = () => within<Sent[]>('readonly', (store) => store.getAll());
  const remove = async (reports: readonly Sent[]) => {
    for (const { id } of reports) await within('readwrite', (store) => store.delete(id));
  };
  return {
    async put(report) {
      await within('readwrite', (store) => store.put(report));
      const kept = await all();
      await remove([...kept].sort(byTime).slice(0, Math.max(0, kept.length - MOST)));
    },
    async flush(client) {
      const reports = await all();
      if (reports.length === 0) return true;
      const fate = await client.send(reports);
      if (fate === 'later') return false;
      await remove(reports);
      return true;
    },
  };
}

const timeOf = (report: Sent): string => ('ended' in report ? report.ended : report.time);
const byTime = (a: Sent, b: Sent): number => (timeOf(a) < timeOf(b) ? -1 : 1);

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
