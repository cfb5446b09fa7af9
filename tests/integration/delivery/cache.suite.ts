import { setTimeout as pause } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Core } from '@strapi/strapi';
import type { TestSite } from '../harness/boot';
import { suite } from '../harness/on-each-database';

const POST = 'api::post.post';
const CATEGORY = 'api::category.category';
const PERMISSION = 'plugin::users-permissions.permission';
const COUNT = 30;

export const cache = suite('answers kept in memory', (current, kind) => {
  let site: TestSite;
  let strapi: Core.Strapi;
  let category: string;
  const ids: string[] = [];

  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await site.http.get(path).set({ 'Accept-Encoding': 'identity', ...headers });
    return Object.assign(answer, { way: String(answer.headers['x-delivery']) });
  };
  /** Asks until the answer comes from memory. */
  const kept = async (path: string, headers: Record<string, string> = {}) => {
    for (let time = 0; time < 6; time += 1) {
      const answer = await ask(path, headers);
      if (answer.way === 'kept') return answer;
    }
    throw new Error(`${path} is not kept`);
  };
  const list = '/api/posts?sort=date:desc&populate=*';
  const one = (index: number): string => `/api/posts/${ids[index]}?populate=categories`;

  beforeAll(async () => {
    site = current();
    strapi = site.strapi;
    category = (await strapi.documents(CATEGORY).create({ data: { name: '要闻', slug: 'news' } }))
      .documentId;
    for (let index = 0; index < COUNT; index += 1) {
      const { documentId } = await strapi.documents(POST).create({
        data: {
          title: `第${index}篇`,
          slug: `post-${index}`,
          date: new Date(Date.UTC(2022, 1, 1 + index)).toISOString(),
          body: '<p>正文</p>'.repeat(50),
          categories: index % 3 === 0 ? [] : [category],
        },
        status: 'published',
      });
      ids.push(documentId);
    }
    // The form of a single document is learned by different ones.
    for (const index of [1, 2, 3]) await ask(one(index));
  });

  it('are what Strapi answers, with its headers and those that caches need', async () => {
    const stock = await ask(list, { Authorization: '' });
    const first = await ask(list);
    const answer = await kept(list);
    expect(answer.text === first.text).toBe(true);
    for (const name of Object.keys(stock.headers)) {
      if (name === 'x-delivery' || name === 'date') continue;
      expect([name, answer.headers[name] !== undefined]).toEqual([name, true]);
    }
    expect(answer.headers).toMatchObject({
      'cache-control': 'public, max-age=0, s-maxage=10, stale-while-revalidate=60',
      etag: expect.stringMatching(/^"[\w-]+"$/u),
      vary: expect.stringMatching(/Authorization/iu),
      'content-type': stock.headers['content-type'],
      'content-security-policy': stock.headers['content-security-policy'],
    });
    const keys = String(answer.headers['surrogate-key']).split(' ');
    expect(keys).toEqual(expect.arrayContaining(['posts', 'categories', category, ids[29]]));
  });

  it('are not sent to who has them, until they change', async () => {
    const { headers, text } = await kept(list);
    const again = await ask(list, { 'If-None-Match': String(headers['etag']) });
    expect([again.status, again.text]).toEqual([304, '']);
    expect(again.headers['content-length']).toBeUndefined();
    expect(again.headers['cache-control']).toBe(headers['cache-control']);
    await strapi.documents(POST).update({
      documentId: String(ids[29]),
      data: { excerpt: '新' },
      status: 'published',
    });
    const changed = await ask(list, { 'If-None-Match': String(headers['etag']) });
    expect(changed.status).toBe(200);
    expect(changed.text === text).toBe(false);
    await kept(list);
    await pause(2100);
    const date = String((await kept(list)).headers['last-modified']);
    expect((await ask(list, { 'If-Modified-Since': date })).status).toBe(304);
    const before = new Date(Date.parse(date) - 1000).toUTCString();
    expect((await ask(list, { 'If-Modified-Since': before })).status).toBe(200);
  });

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('are packed by %s once, for those who take it', async (packing, unpack) => {
    const plain = await kept(list);
    const take = { 'Accept-Encoding': packing };
    let packed = await kept(list, take);
    for (let time = 0; packed.headers['content-encoding'] === undefined && time < 50; time += 1) {
      await pause(20);
      packed = await kept(list, take);
    }
    expect(packed.headers['content-encoding']).toBe(packing);
    expect(packed.headers['etag']).not.toBe(plain.headers['etag']);
    const bytes = await new Promise<Buffer>((resolve, reject) => {
      site.http
        .get(list)
        .set(take)
        .buffer(true)
        .parse((answer, done) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('end', () => done(null, Buffer.concat(parts)));
        })
        .end((error: unknown, { body }: { body: Buffer }) => {
          if (error) reject(error instanceof Error ? error : new Error(String(error)));
          else resolve(body);
        });
    });
    // The client may have unpacked it.
    const text = bytes[0] === 0x7b ? bytes : unpack(bytes);
    expect(text.toString() === plain.text).toBe(true);
    expect((await ask(list, { 'Accept-Encoding': `${packing};q=0` })).text === plain.text).toBe(
      true
    );
  });

  it('are new after every write, in whatever way', async () => {
    const title = async (): Promise<string> => (await ask(one(4))).body.data.title;
    const table = () => strapi.db.getConnection('posts').where({ document_id: ids[4] });
    await kept(one(4));
    await strapi.documents(POST).update({
      documentId: String(ids[4]),
      data: { title: 'by the service' },
      status: 'published',
    });
    expect(await title()).toBe('by the service');
    await kept(one(4));
    await strapi.db
      .query(POST)
      .updateMany({ where: { documentId: ids[4] }, data: { title: 'by the query engine' } });
    expect(await title()).toBe('by the query engine');
    await kept(one(4));
    await table().update({ title: 'by a statement' });
    expect(await title()).toBe('by a statement');
    await kept(one(4));
    await strapi.db.transaction(async ({ trx }) => {
      await table().transacting(trx).update({ title: 'by a transaction' });
      if (kind.name !== 'sqlite') expect(await title()).toBe('by a statement');
    });
    expect(await title()).toBe('by a transaction');
    await kept(one(4));
    const slug = async (): Promise<string> => (await ask(one(4))).body.data.categories[0].slug;
    await strapi.documents(CATEGORY).update({ documentId: category, data: { slug: 'renamed' } });
    expect(await slug()).toBe('renamed');
    await kept(list);
    await strapi.documents(POST).unpublish({ documentId: String(ids[29]) });
    expect((await ask(list)).body.data[0].slug).toBe('post-28');
    await strapi.documents(POST).publish({ documentId: String(ids[29]) });
    expect((await ask(list)).body.data[0].slug).toBe('post-29');
  });

  it('stay where nothing that they have was written', async () => {
    const change = (index: number, status: 'draft' | 'published') =>
      strapi
        .documents(POST)
        .update({ documentId: String(ids[index]), data: { title: 'changed' }, status });
    await kept(one(6));
    await kept(one(7));
    await kept(list);
    await change(7, 'draft');
    for (const path of [one(6), one(7), list]) expect((await ask(path)).way).toBe('kept');
    await change(7, 'published');
    expect((await ask(one(6))).way).toBe('kept');
    expect((await ask(one(7))).body.data.title).toBe('changed');
    expect((await ask(list)).way).toBe('fast');
    await kept(one(7));
    // What a post shows of its category, and which posts have it.
    await strapi.documents(CATEGORY).update({ documentId: category, data: { slug: 'another' } });
    expect((await ask(one(6))).way).toBe('kept');
    expect((await ask(one(7))).body.data.categories[0].slug).toBe('another');
    await strapi.documents(POST).update({
      documentId: String(ids[6]),
      data: { categories: [category] },
      status: 'published',
    });
    expect((await ask(one(6))).body.data.categories).toHaveLength(1);
    expect((await ask(one(7))).way).toBe('kept');
  });

  it('are never older than the write before, over and over', async () => {
    const path = one(5);
    for (let time = 0; time < 60; time += 1) {
      await strapi.db
        .getConnection('posts')
        .where({ document_id: ids[5] })
        .update({ title: `time ${time}` });
      const answers = await Promise.all([ask(path), ask(path), ask(path)]);
      expect(new Set(answers.map(({ body }) => body.data.title))).toEqual(
        new Set([`time ${time}`])
      );
    }
  });

  it('are made once for all who ask at the same time', async () => {
    await kept(list);
    await strapi.documents(CATEGORY).update({ documentId: category, data: { slug: 'once' } });
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask(list)));
    const ways = answers.map(({ status, way }) => `${status} ${way}`);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(ways.filter((way) => way !== '200 fast' && way !== '200 kept')).toEqual([]);
    // A server tells of all its databases together, and other tests write to theirs meanwhile.
    if (kind.name === 'sqlite') expect(ways.filter((way) => way === '200 fast')).toHaveLength(1);
  });

  it('are those of the calendar, of neighbours and of counts, too', async () => {
    const { slug } = (await strapi.documents(CATEGORY).findFirst()) ?? {};
    const paths = [
      '/api/delivery/calendar',
      `/api/delivery/posts/${ids[10]}/neighbours?populate=categories`,
      '/api/delivery/posts/calendar?year=2022&month=2',
      `/api/delivery/posts/${ids[10]}/neighbours?within[categories]=${slug}`,
      '/api/delivery/categories/counts?sort=slug',
    ];
    const unkept = async (path: string) => ask(path, { Authorization: '' });
    const remember = async (): Promise<void> => {
      for (const path of paths) {
        // What is populated is forgotten at any commit, and those of other databases count on a server.
        if (kind.name !== 'sqlite' && path.includes('populate')) continue;
        const answer = await kept(path);
        expect(answer.text).toBe((await unkept(path)).text);
        const { etag, 'cache-control': control } = answer.headers;
        expect(control).toMatch(/s-maxage=10/u);
        // A commit of the site's own work, as counts folded, may make it be read anew in between.
        const again = await kept(path, { 'If-None-Match': String(etag) });
        expect([path, again.status]).toEqual([path, 304]);
      }
    };
    const areNew = async (): Promise<void> => {
      for (const path of paths) expect((await ask(path)).text).toBe((await unkept(path)).text);
    };
    await remember();
    await strapi.documents(POST).unpublish({ documentId: String(ids[11]) });
    expect((await ask(paths[1] ?? '')).body.data.next.slug).toBe('post-12');
    await areNew();
    await remember();
    await strapi.documents(POST).publish({ documentId: String(ids[11]) });
    await areNew();
    await remember();
    await strapi.documents(CATEGORY).update({ documentId: category, data: { name: '新名' } });
    await areNew();
    const together = await Promise.all(paths.flatMap((path) => [ask(path), ask(path), ask(path)]));
    expect(together.map(({ status }) => status)).toEqual(together.map(() => 200));
    expect(new Set(together.map(({ text }) => text)).size).toBe(paths.length);
    for (const path of ['/api/delivery/calendar?month=1', '/api/delivery/posts/none/neighbours']) {
      for (let time = 0; time < 3; time += 1) {
        const { status, headers } = await ask(path);
        expect(status).toBeGreaterThanOrEqual(400);
        expect(headers['cache-control']).toBeUndefined();
      }
    }
  });

  it('are told each origin apart', async () => {
    const answer = await kept(list, { Origin: 'https://reader.example' });
    expect(answer.headers['access-control-allow-origin']).toBe(
      (await ask(`${list}&pagination[page]=2`, { Origin: 'https://reader.example' })).headers[
        'access-control-allow-origin'
      ]
    );
    expect((await ask(list, { Origin: 'https://another.example' })).way).toBe('fast');
  });

  it('are for the public alone', async () => {
    await kept(list);
    expect((await ask(list, { Authorization: 'Bearer nothing' })).status).toBe(401);
    const former = await ask(list, { 'Strapi-Response-Format': 'v4' });
    expect(former.body.data[0]).toHaveProperty('attributes.title');
    expect(former.headers['cache-control']).toBeUndefined();
    const draft = '/api/posts?status=draft&sort=date:desc';
    for (let time = 0; time < 5; time += 1) expect((await ask(draft)).way).not.toBe('kept');
  });

  it('are gone as soon as the public has lost the right', async () => {
    await kept(list);
    const where = { action: `${POST}.find`, role: { type: 'public' } };
    const right = await strapi.db.query(PERMISSION).findOne({ where, populate: ['role'] });
    await strapi.db.query(PERMISSION).delete({ where: { id: right.id } });
    expect((await ask(list)).status).toBe(403);
    const { action, role } = right;
    await strapi.db.query(PERMISSION).create({ data: { action, role: role.id } });
    expect((await ask(list)).status).toBe(200);
  });

  it('are asked for by HEAD, too', async () => {
    const { headers } = await kept(list);
    const head = await site.http.head(list).set({ 'Accept-Encoding': 'identity' });
    expect([head.status, head.headers['etag']]).toEqual([200, headers['etag']]);
    expect(head.text ?? '').toBe('');
  });
});
