import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { join } from 'node:path';

/** A door of the service beside the page's own files: what it answers, or null where the request is not for it. */
export type Door = (request: IncomingMessage, url: URL) => Promise<Answer | null>;
type Answer = { readonly status: number; readonly body?: string };

const TYPES: { readonly [ending: string]: string } = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  webmanifest: 'application/manifest+json; charset=utf-8',
};

const HEADERS = {
  // The page's own policy, which knows its script, stands in the page; this can stand in a header alone.
  'content-security-policy': "frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Longest that a client may take to send its request, and that an idle connection is kept, in ms. */
const REQUEST_MS = 10_000;
const IDLE_MS = 5_000;

/** Serves the files of `folder`, best compressed, and the doors. */
export function guideServer(folder: string, doors: readonly Door[]): Server {
  const server = createServer((request, response) => {
    respond(folder, doors, request, response).catch(() => end(response, { status: 500 }));
  });
  server.requestTimeout = REQUEST_MS;
  server.headersTimeout = REQUEST_MS;
  server.keepAliveTimeout = IDLE_MS;
  return server;
}

async function respond(folder: string, doors: readonly Door[], request: IncomingMessage, response: ServerResponse) {
  const url = URL.parse(request.url ?? '/', 'http://guide');
  if (url === null) return end(response, { status: 400 });
  for (const door of doors) {
    const answer = await door(request, url);
    if (answer !== null) return end(response, answer);
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, { status: 405 });
  return sendFile(folder, url.pathname, request, response);
}

function end(response: ServerResponse, { status, body }: Answer): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { ...HEADERS, 'content-type': TYPES.json, 'cache-control': 'no-store' });
  response.end(body ?? JSON.stringify({ status }));
}

/** Names of built files are plain: anything else, and any way up, is not there. */
const PLAIN_NAME = /^\/(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/;

async function sendFile(folder: string, pathname: string, request: IncomingMessage, response: ServerResponse) {
  const name = pathname === '/' ? '/index.html' : pathname;
  const type = TYPES[name.split('.').at(-1) ?? ''];
  if (!PLAIN_NAME.test(name) || type === undefined) return end(response, { status: 404 });
  const accepted = String(request.headers['accept-encoding'] ?? '');
  for (const [ending, encoding] of [
    ['.br', 'br'],
    ['.gz', 'gzip'],
    ['', null],
  ] as const) {
    if (encoding !== null && !accepted.includes(encoding)) continue;
    const bytes = await readFile(join(folder, name + ending)).catch(() => null);
    if (bytes === null) continue;
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 16)}"`;
    const isThere = request.headers['if-none-match'] === etag;
    response.writeHead(isThere ? 304 : 200, {
      ...HEADERS,
      ...(!isThere && { 'content-type': type, 'content-length': bytes.length }),
      etag,
      vary: 'accept-encoding',
      // What lies in assets/ has its hash in its name.
      'cache-control': name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(encoding && !isThere && { 'content-encoding': encoding }),
    });
    return void response.end(request.method === 'HEAD' || isThere ? undefined : bytes);
  }
  return end(response, { status: 404 });
}
