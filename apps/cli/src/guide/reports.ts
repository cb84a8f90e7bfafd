import { appendFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { guardUnknown } from '@duka/model';
import type { Door } from './server.ts';

/** A phone that was offline for a week sends less than this. */
const MOST_BYTES = 1_000_000;

/**
 * Takes what guides report at `POST /v1/reports`, a JSON array, and appends it to a file, one object a line. Whatever came in
 * passes the guard for card data first.
 */
export function reportsDoor(path: string): Door {
  return async (request, { pathname }) => {
    if (pathname !== '/v1/reports' || request.method !== 'POST') return null;
    const body = await bodyOf(request);
    if (body === null) return { status: 413 };
    const reports = parse(body);
    if (!Array.isArray(reports)) return { status: 400 };
    const lines = reports.map((report) => `${JSON.stringify(guardUnknown('', report).value)}\n`);
    await appendFile(path, lines.join(''));
    return { status: 200, body: JSON.stringify({ accepted: lines.length }) };
  };
}

/** Null where it is too long. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
