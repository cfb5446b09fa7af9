import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../../harness/boot';
import { databases, type TestDatabase } from '../../harness/databases';
import { startedDatabase } from '../../harness/database/started-database';

/** What comes sooner after the first signal counts as the same one; in milliseconds. */
const ECHO = 1_000;

interface Answer {
  readonly status: number | undefined;
  readonly text: string;
}

/** Asks over a connection that would be kept. */
const ask = (url: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    get(url, { agent: new Agent({ keepAlive: true }) }, (reply) => {
      let text = '';
      reply.setEncoding('utf8').on('data', (part: string) => (text += part));
      reply.on('end', () => resolve({ status: reply.statusCode, text }));
      reply.on('error', reject);
    }).on('error', reject);
  });

const heard = async <Key extends string>(child: ChildProcess, key: Key): Promise<number> => {
  for (;;) {
    const [message] = (await once(child, 'message')) as [Partial<Record<Key, number>>];
    const value = message[key];
    if (value !== undefined) return value;
  }
};

describe.each(databases)('a server that is told to end, on $name', (kind) => {
  let database: TestDatabase;
  let child: ChildProcess;
  let url: string;

  beforeAll(async () => {
    database = await startedDatabase(kind);
  });
  afterAll(() => database.drop());

  beforeEach(async () => {
    child = fork(path.join(__dirname, 'serve-slowly.cjs'), [root], {
      cwd: root,
      env: { ...process.env, ...database.environment, PORT: '0' },
    });
    url = `http://127.0.0.1:${await heard(child, 'port')}`;
  });
  afterEach(() => {
    child.kill('SIGKILL');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'finishes the requests that it is at, and takes no more: %s',
    async (signal) => {
      const ended = once(child, 'exit');
      const waiting = heard(child, 'waiting');
      const answer = ask(`${url}/slow?ms=1500`);
      await waiting;
      child.kill(signal);
      let isRefused = false;
      for (let tries = 0; tries < 20 && !isRefused; tries += 1) {
        await pause(50);
        isRefused = await ask(`${url}/_health`).then(
          () => false,
          () => true
        );
      }
      expect(isRefused).toBe(true);
      expect(await answer).toEqual({ status: 200, text: '{"posts":0}' });
      expect(await ended).toEqual([0, null]);
    }
  );

  it('ends with 0 when it is at none, though connections are kept', async () => {
    const ended = once(child, 'exit');
    expect(await ask(`${url}/_health`)).toMatchObject({ status: 204 });
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });

  it('ends at once when it is told again', async () => {
    const ended = once(child, 'exit');
    const waiting = heard(child, 'waiting');
    const answer = ask(`${url}/slow?ms=600000`);
    await waiting;
    child.kill('SIGTERM');
    await pause(ECHO + 200);
    expect(child.exitCode).toBeNull();
    child.kill('SIGTERM');
    await expect(answer).rejects.toThrow();
    expect(await ended).toEqual([1, null]);
  });
});
