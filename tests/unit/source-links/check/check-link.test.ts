import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  checkLink,
  type Checking,
} from '../../../../src/plugins/source-links/server/src/check/check-link';

/** A server of the test's own: what it answers is in the path, as `/METHOD=STATUS,…`. */
describe('checking a link', () => {
  let server: Server;
  let base: string;
  let asked: string[];
  let slept: number[];
  const answers = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>();

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      const answer = answers.get(request.url ?? '');
      if (answer === undefined) response.writeHead(404).end();
      else answer(request, response);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    asked = [];
    slept = [];
    answers.clear();
  });

  const always =
    (status: number, headers = {}) =>
    (_: IncomingMessage, response: ServerResponse) => {
      response.writeHead(status, headers).end('a body');
    };
  const manners = {
    timeout: 5000,
    allowPrivate: true,
    userAgent: 'a test',
    retries: 2,
    turn: () => Promise.resolve(),
    clock: {
      now: () => 0,
      sleep: (time: number) => {
        slept.push(time);
        return Promise.resolve();
      },
    },
  };
  const check = (path: string, more: Partial<Checking> = {}) =>
    checkLink(path.startsWith('http') ? path : `${base}${path}`, { ...manners, ...more });

  it('asks with HEAD alone when that is answered', async () => {
    answers.set('/a', always(200));
    expect(await check('/a')).toEqual({
      outcome: 'ok',
      status: 200,
      finalLink: null,
      reason: null,
    });
    expect(asked).toEqual(['HEAD /a']);
  });

  it.each([403, 404, 405, 501])('asks with GET too when HEAD gets %i', async (status) => {
    answers.set('/a', (request, response) => {
      response.writeHead(request.method === 'HEAD' ? status : 200).end();
    });
    expect(await check('/a')).toMatchObject({ outcome: 'ok', status: 200 });
    expect(asked).toEqual(['HEAD /a', 'GET /a']);
  });

  it.each([
    [404, 'gone'],
    [410, 'gone'],
    [403, 'refused'],
    [451, 'refused'],
    [400, 'broken'],
  ])('finds a link with %i %s, and does not ask again', async (status, outcome) => {
    answers.set('/a', always(status));
    expect(await check('/a')).toMatchObject({ outcome, status });
    expect(slept).toEqual([]);
  });

  it('asks again after failures that may pass, with growing pauses', async () => {
    let times = 0;
    answers.set('/a', (_, response) => {
      times += 1;
      response.writeHead(times < 5 ? 500 : 200).end();
    });
    expect(await check('/a')).toMatchObject({ outcome: 'ok' });
    expect(slept).toEqual([1000, 2000]);
  });

  it('gives up after its retries', async () => {
    answers.set('/a', always(502));
    expect(await check('/a', { retries: 1 })).toMatchObject({ outcome: 'broken', status: 502 });
    expect(asked).toEqual(['HEAD /a', 'GET /a', 'HEAD /a', 'GET /a']);
  });

  it('waits as long as a server asks, and gives up when that is too long', async () => {
    answers.set('/a', always(429, { 'retry-after': '7' }));
    expect(await check('/a')).toMatchObject({ outcome: 'refused', status: 429 });
    expect(slept).toEqual([7000, 7000]);
    slept = [];
    answers.set('/b', always(503, { 'retry-after': '3600' }));
    expect(await check('/b')).toMatchObject({ outcome: 'broken', status: 503 });
    expect(slept).toEqual([]);
    expect(asked.slice(-1)).toEqual(['HEAD /b']);
  });

  it('tells a move for good from a way round', async () => {
    answers.set('/old', always(301, { location: '/new' }));
    answers.set('/way', always(302, { location: '/new' }));
    answers.set('/new', always(200));
    expect(await check('/old')).toMatchObject({ outcome: 'moved', finalLink: `${base}/new` });
    expect(await check('/way')).toMatchObject({ outcome: 'ok', finalLink: `${base}/new` });
  });

  it('finds what a redirect leads to gone', async () => {
    answers.set('/old', always(301, { location: '/nowhere' }));
    expect(await check('/old')).toMatchObject({ outcome: 'gone', finalLink: `${base}/nowhere` });
  });

  it('does not go round in circles, and does not start again', async () => {
    answers.set('/a', always(302, { location: '/a' }));
    expect(await check('/a')).toMatchObject({ outcome: 'broken', reason: 'too many redirects' });
    expect(asked).toHaveLength(6);
  });

  it.each(['file:///etc/passwd', 'javascript:alert(1)', 'http://'])(
    'does not follow a redirect to %s',
    async (location) => {
      answers.set('/a', always(302, { location }));
      expect(await check('/a')).toMatchObject({ outcome: 'broken', status: 302 });
    }
  );

  it('sends nobody the password that a redirect holds, and keeps none', async () => {
    const { host } = new URL(base);
    let authorization: string | undefined;
    answers.set('/old', always(301, { location: `http://me:secret@${host}/new` }));
    answers.set('/new', (request, response) => {
      ({ authorization } = request.headers);
      response.end();
    });
    expect(await check('/old')).toMatchObject({ outcome: 'moved', finalLink: `${base}/new` });
    expect(authorization).toBeUndefined();
  });

  it('does not wait for ever', async () => {
    answers.set('/a', () => undefined);
    const finding = await check('/a', { timeout: 50, retries: 0 });
    expect(finding).toMatchObject({
      outcome: 'unreachable',
      status: null,
      reason: 'no answer in time',
    });
  });

  it('reads no body, however long', async () => {
    answers.set('/a', (request, response) => {
      if (request.method === 'HEAD') {
        response.writeHead(405).end();
        return;
      }
      response.writeHead(200);
      const pour = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
        if (!response.destroyed) response.once('drain', pour);
      };
      pour();
    });
    expect(await check('/a')).toMatchObject({ outcome: 'ok' });
  });

  it('finds nobody where nobody is', async () => {
    const nobody = createServer().listen(0, '127.0.0.1');
    await once(nobody, 'listening');
    const { port } = nobody.address() as AddressInfo;
    nobody.close();
    await once(nobody, 'close');
    expect(await check(`http://127.0.0.1:${port}/`)).toMatchObject({ outcome: 'unreachable' });
  });

  it('takes a turn before each request, to the host it goes to', async () => {
    answers.set('/old', always(301, { location: '/new' }));
    const hosts: string[] = [];
    await check('/old', {
      turn: (host) => {
        hosts.push(host);
        return Promise.resolve();
      },
    });
    expect(hosts).toEqual(Array.from({ length: 3 }, () => new URL(base).host));
  });

  describe('without leave to go into private networks', () => {
    const guarded = { allowPrivate: false };

    it('never asks this machine, by address or by name', async () => {
      answers.set('/a', always(200));
      expect(await check('/a', guarded)).toMatchObject({ outcome: 'private' });
      const { port } = new URL(base);
      expect(await check(`http://localhost:${port}/a`, guarded)).toMatchObject({
        outcome: 'private',
      });
      expect(asked).toEqual([]);
      expect(slept).toEqual([]);
    });

    it.each([
      '/b',
      'http://127.0.0.1/',
      'http://[::1]/',
      'http://169.254.169.254/',
      '//localhost/',
    ])('does not follow a redirect there: %s', async (location) => {
      answers.set('/a', always(302, { location }));
      answers.set('/b', always(200));
      // The server of this test stands for one that may be asked, until it has sent us on.
      const leave = {
        ...manners,
        get allowPrivate() {
          return asked.length === 0;
        },
      };
      expect(await checkLink(`${base}/a`, leave)).toMatchObject({ outcome: 'private' });
      expect(asked).toEqual(['HEAD /a']);
    });
  });
});
