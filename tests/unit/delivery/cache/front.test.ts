import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFront } from '../../../../src/plugins/delivery/server/src/cache/front';

describe('answers in front of Strapi', () => {
  let server: Server;
  afterEach(() => {
    server.close();
    server.closeAllConnections();
  });

  const ask = async (keepUp: () => Promise<string | null> | string | null): Promise<string> => {
    const front = createFront({
      paths: ['/api/posts'],
      visits: { visit: () => null, isAbout: () => true, learn: async () => undefined },
      isTold: () => false,
      describe: () => ({ vary: '', etag: '' }),
      memory: { keepUp, get: () => undefined, fill: async () => null, pack: () => undefined },
      behind: (_, response) => response.end('Strapi'),
      ways: { counts: { kept: 0, fast: 0, stock: 0 }, reasons: {}, note: () => undefined },
      isShown: false,
    });
    server = createServer(front);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return (await fetch(`http://127.0.0.1:${port}/api/posts`)).text();
  };

  it.each([
    [
      'at once',
      () => {
        throw new Error('the database is closed');
      },
    ],
    ['later', () => Promise.reject(new Error('the database is closed'))],
  ])('are left to Strapi where the database fails %s', async (_, keepUp) => {
    expect(await ask(keepUp)).toBe('Strapi');
  });
});
