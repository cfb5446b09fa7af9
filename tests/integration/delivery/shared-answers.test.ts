import { randomBytes } from 'node:crypto';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import {
  shareAnswers,
  type SharedAnswers,
} from '../../../src/plugins/delivery/server/src/cache/shared-answers';

const URL = process.env['TEST_REDIS_URL'];
const withRedis = URL === undefined ? describe.skip : describe;

const ANSWER = {
  answer: {
    body: Buffer.from('{"data":"新篇\\n"}'),
    packed: new Map(),
    headers: ['content-type', 'application/json'],
    etag: 'abc',
    madeAt: 1000,
  },
  sources: { uids: ['a'], types: ['b'], documents: new Set(['c', 'd']) },
};

describe('answers that instances share', () => {
  const opened: SharedAnswers[] = [];
  const warnings: string[] = [];
  const open = (url: string, scope: string): SharedAnswers => {
    const shared = shareAnswers(url, scope, (message) => warnings.push(message));
    opened.push(shared);
    return shared;
  };
  /** Asks until Redis is there and has what was set. */
  const found = async (shared: SharedAnswers, moment: string) => {
    for (let time = 0; time < 100; time += 1) {
      const answer = await shared.get(moment, '/api/posts');
      if (answer !== null) return answer;
      await pause(20);
    }
    throw new Error('nothing is found');
  };
  afterEach(() => {
    for (const shared of opened.splice(0)) shared.close();
    warnings.length = 0;
  });

  withRedis('by a Redis', () => {
    const scope = randomBytes(8).toString('hex');
    const url = URL ?? '';

    it('are found by another instance, as they were, for the moment that they were made at', async () => {
      const [one, other] = [open(url, scope), open(url, scope)];
      for (let time = 0; (await one.get('5', '/api/posts')) === null && time < 100; time += 1) {
        one.set('5', '/api/posts', ANSWER);
        await pause(20);
      }
      expect(await found(other, '5')).toEqual(ANSWER);
      expect(await other.get('6', '/api/posts')).toBeNull();
      expect(await other.get('5', '/api/posts?page=2')).toBeNull();
      const apart = open(url, `${scope} of another application`);
      await pause(100);
      expect(await apart.get('5', '/api/posts')).toBeNull();
      expect(warnings).toEqual([]);
    });

    it('are made anew where Redis has no memory left, and nobody hears of it', async () => {
      const admin = new Redis(url);
      const shared = open(url, scope);
      const [, before] = (await admin.config('GET', 'maxmemory')) as [string, string];
      try {
        await admin.config('SET', 'maxmemory', '1');
        await pause(50);
        shared.set('7', '/api/posts', ANSWER);
        await pause(50);
      } finally {
        await admin.config('SET', 'maxmemory', before);
        admin.disconnect();
      }
      expect(await shared.get('7', '/api/posts')).toBeNull();
      expect(warnings).toEqual([]);
    });
  });

  it('are made anew where there is no Redis, which is said once', async () => {
    const shared = open('redis://127.0.0.1:1', 'x');
    await pause(600);
    expect(await shared.get('5', '/api/posts')).toBeNull();
    shared.set('5', '/api/posts', ANSWER);
    expect(warnings).toEqual([expect.stringContaining('Redis is away')]);
  });

  it('are not waited for where Redis does not answer', async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => sockets.push(socket.on('error', () => undefined)));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const shared = open(`redis://127.0.0.1:${port}`, 'x');
    await pause(50);
    expect(await shared.get('5', '/api/posts')).toBeNull();
    shared.close();
    for (const socket of sockets) socket.destroy();
    silent.close();
  });
});
