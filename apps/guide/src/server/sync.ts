/** The service worker sends what waits under this name, when the network is back and the page is gone. */
export const SYNC = 'duka-outbox';
