import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { TestSite } from '../../harness/boot';

type Line = Readonly<Record<string, unknown>>;

/** Opens a stream, and takes nothing of it yet. */
export const openStream = async (
  { strapi }: Pick<TestSite, 'strapi'>,
  query: string
): Promise<IncomingMessage> => {
  const { httpServer } = strapi.server;
  if (!httpServer.listening) {
    httpServer.listen(0, '127.0.0.1');
    await once(httpServer, 'listening');
  }
  const { port } = httpServer.address() as AddressInfo;
  const request = get({ port, host: '127.0.0.1', path: `/api/delivery/posts.ndjson?${query}` });
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  return answer;
};

/** Takes all of a stream. */
export const readText = async (answer: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

/** The documents of a stream. */
export const readLines = async (
  site: Pick<TestSite, 'strapi'>,
  query: string
): Promise<readonly Line[]> => {
  const text = await readText(await openStream(site, query));
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);
};
