import type { AddressInfo } from 'node:net';
import { strapi as createClient } from '@strapi/client';
import { boot, type TestSite } from '../harness/boot';
import { databases } from '../harness/databases';
import {
  type Change,
  delivery,
  type Delivery,
} from '../../../src/plugins/delivery/server/src/client';

const POST = 'api::post.post';
const COUNT = 30;

interface Post {
  readonly documentId: string;
  readonly title: string;
  readonly slug: string;
}

const kinds = databases.filter(({ name }) => name === 'sqlite');

describe.each(kinds)('a frontend with @strapi/client, on $name', (kind) => {
  let site: TestSite;
  let read: Delivery;

  const all = async <Entry>(entries: AsyncIterable<Entry>): Promise<Entry[]> => {
    const found: Entry[] = [];
    for await (const entry of entries) found.push(entry);
    return found;
  };

  beforeAll(async () => {
    site = await boot(kind);
    const { documentId } = await site.strapi
      .documents('api::category.category')
      .create({ data: { name: '要闻', slug: 'news' } });
    for (let index = 0; index < COUNT; index += 1) {
      await site.strapi.documents(POST).create({
        data: {
          title: `第${index}篇`,
          slug: `post-${index}`,
          date: new Date(Date.UTC(2022, 1, 1 + index, 12)).toISOString(),
          categories: [documentId],
        },
        status: 'published',
      });
    }
    const { httpServer } = site.strapi.server;
    await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
    const { port } = httpServer.address() as AddressInfo;
    read = delivery(createClient({ baseURL: `http://127.0.0.1:${port}/api` }));
  });
  afterAll(() => site.close());

  it('reads a list page by page, and as one stream', async () => {
    const newest = Array.from({ length: COUNT }, (_, index) => `post-${COUNT - 1 - index}`);
    const page = await read.page<Post>('posts', { sort: 'date:desc', limit: 10 });
    expect(page.data.map(({ slug }) => slug)).toEqual(newest.slice(0, 10));
    expect(page.meta.pagination).toMatchObject({ limit: 10, previous: null });
    const query = { sort: 'date:desc', fields: 'slug' };
    const pages = await all(read.pages<Post>('posts', { ...query, limit: 7 }));
    expect(pages.map(({ slug }) => slug)).toEqual(newest);
    expect(await all(read.stream<Post>('posts', query))).toEqual(pages);
    for await (const { slug } of read.stream<Post>('posts', query)) {
      expect(slug).toBe(newest[0]);
      break;
    }
  });

  it('hears of changes', async () => {
    const { meta } = await read.changes();
    const [first] = await site.strapi.documents(POST).findMany({ limit: 1 });
    await site.strapi
      .documents(POST)
      .update({ documentId: String(first?.documentId), data: { title: 'x' }, status: 'published' });
    const { data } = await read.changes(meta.next);
    const expected: Partial<Change> = { type: 'posts', documentId: String(first?.documentId) };
    expect(data).toEqual([expect.objectContaining(expected)]);
  });

  it('reads the calendar, neighbours and the counts of categories', async () => {
    expect(await read.calendar('posts', { year: 2022 })).toEqual([
      { year: 2022, month: 3, count: 2 },
      { year: 2022, month: 2, count: 28 },
    ]);
    const [second] = (await read.page<Post>('posts', { sort: 'date:asc', limit: 2 })).data.slice(1);
    const neighbours = await read.neighbours<Post>('posts', String(second?.documentId));
    expect([neighbours.previous?.slug, neighbours.next?.slug]).toEqual(['post-0', 'post-2']);
    expect(await read.counts<Post>('categories')).toMatchObject([{ slug: 'news', count: COUNT }]);
  });

  it('is told what is wrong with a request', async () => {
    await expect(read.page('posts', { after: 'nothing' })).rejects.toThrow(/400/u);
  });
});
