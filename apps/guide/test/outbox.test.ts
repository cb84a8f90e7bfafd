import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import type { Client } from '../src/server/client.ts';
import { outboxOf } from '../src/server/outbox.ts';
import type { Sent } from '../src/server/sent.ts';
import { sentLesson } from '../src/server/sent.ts';

const lesson = (id: string, at: number, right = 5): Sent =>
  sentLesson({ id, lesson: 'insert', right, of: 5, terminal: null, at });

function server(fate: Awaited<ReturnType<Client['send']>>) {
  const got: (readonly Sent[])[] = [];
  const client: Client = {
    findings: async () => [],
    async send(reports) {
      got.push(reports);
      return fate;
    },
  };
  return { got, client };
}

describe('the outbox', () => {
  it('keeps reports until a server takes them, also for another page', async () => {
    const databases = new IDBFactory();
    await outboxOf(databases).put(lesson('a', 1));
    expect(await outboxOf(databases).flush(server('later').client)).toBe(false);
    const { got, client } = server('taken');
    expect(await outboxOf(databases).flush(client)).toBe(true);
    expect(got).toEqual([[lesson('a', 1)]]);
    expect(await outboxOf(databases).flush(client)).toBe(true);
    expect(got).toHaveLength(1);
  });

  it('lets a report take the place of an earlier one with its id', async () => {
    const outbox = outboxOf(new IDBFactory());
    await outbox.put(lesson('a', 1, 2));
    await outbox.put(lesson('a', 2, 5));
    const { got, client } = server('taken');
    await outbox.flush(client);
    expect(got).toEqual([[lesson('a', 2, 5)]]);
  });

  it('forgets what a server will never take', async () => {
    const outbox = outboxOf(new IDBFactory());
    await outbox.put(lesson('a', 1));
    expect(await outbox.flush(server('refused').client)).toBe(true);
    const { got, client } = server('taken');
    await outbox.flush(client);
    expect(got).toEqual([]);
  });

  it('holds two hundred, and lets the oldest go', async () => {
    const outbox = outboxOf(new IDBFactory());
    for (let i = 0; i < 202; i++) await outbox.put(lesson(`${i}`, i));
    const { got, client } = server('taken');
    await outbox.flush(client);
    expect(got[0]).toHaveLength(200);
    expect(got[0]?.map(({ id }) => id)).not.toContain('1');
    expect(got[0]?.map(({ id }) => id)).toContain('2');
  });
});
