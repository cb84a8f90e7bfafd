import { keepOffline } from './offline/register.ts';
import { fetchAll } from './screens/later.ts';
import { clientOf } from './server/client.ts';
import { keepSending } from './server/connect.ts';
import { outboxOf } from './server/outbox.ts';

/** What the guide does besides, once the first question can be answered: the server, and keeping itself on the device. */
export const client = clientOf(`${location.origin}${location.pathname}`, fetch.bind(window));
export const tell = keepSending(client, outboxOf(indexedDB));
export { fetchAll, keepOffline };
