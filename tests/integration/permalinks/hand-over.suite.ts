import type { Core } from '@strapi/strapi';
import type { TestSite } from '../harness/boot';
import { emptySite } from '../harness/empty-site';
import { suite } from '../harness/on-each-database';

const POST = 'api::post.post';
const PATH = '/old/%E5%9C%B0%E5%9D%80%3F/';

interface Holder {
  readonly contentType: string;
  readonly documentId: string;
  readonly locale: string;
  readonly isAdded: boolean;
  readonly isPage: boolean;
}

interface Addresses {
  addressOf(path: string): string | null;
  holders(
    addresses: readonly (
      { readonly path: string } | { contentType: string; locale: null; slug: string }
    )[]
  ): Promise<(Holder | null)[]>;
  handOver(
    uid: string,
    handover: { path: string; from: string | null; documentId: string }
  ): Promise<boolean>;
  exchangeSlugs(
    uid: string,
    one: { documentId: string; slug: string },
    other: { documentId: string; slug: string }
  ): Promise<boolean>;
}

export const handOver = suite('addresses that change their documents', (current) => {
  let site: TestSite;
  let strapi: Core.Strapi;

  beforeAll(() => {
    site = current();
    strapi = site.strapi;
  });
  beforeEach(() => emptySite(strapi));

  const addresses = () => strapi.plugin('permalinks').service<Addresses>('addresses');
  const publish = async (title: string, slug: string): Promise<string> => {
    const data = { title, slug, date: '2022-03-03T00:00:00.000Z' };
    return (await strapi.documents(POST).create({ data, status: 'published' })).documentId;
  };
  const holderOf = async (path: string) => (await addresses().holders([{ path }]))[0]?.documentId;
  const at = async (url: string) =>
    (
      (await site.http.get('/api/permalinks/resolve').query({ url })).body as {
        data: { documentId: string; status: number } | null;
      }
    ).data;

  it('go from one to the other, and only from the one that has them', async () => {
    const [first, second] = [await publish('一', 'one'), await publish('二', 'two')];
    expect(addresses().addressOf(PATH)).toBe('/old/地址?');
    expect(await holderOf(PATH)).toBeUndefined();
    const give = (from: string | null, documentId: string) =>
      addresses().handOver(POST, { path: PATH, from, documentId });
    expect(await give(null, first)).toBe(true);
    expect(await give(null, second)).toBe(false);
    expect(await give(second, second)).toBe(false);
    expect(await holderOf(PATH)).toBe(first);
    expect(await give(first, second)).toBe(true);
    expect(await holderOf(PATH)).toBe(second);
    expect(await at(PATH)).toMatchObject({ documentId: second, status: 301 });
    expect(await give(first, first)).toBe(false);
  });

  it('are none where the server answers itself', async () => {
    const first = await publish('一', 'one');
    const handover = { path: '/admin/', from: null, documentId: first };
    expect(await addresses().handOver(POST, handover)).toBe(false);
  });

  it('are slugs that two exchange, each keeping its state', async () => {
    const first = await publish('一', 'one');
    const draft = await strapi.documents(POST).create({ data: { title: '二', slug: 'two' } });
    const [one, other] = [
      { documentId: first, slug: 'one' },
      { documentId: draft.documentId, slug: 'two' },
    ];
    expect(await addresses().exchangeSlugs(POST, one, { ...other, slug: 'three' })).toBe(false);
    expect(await addresses().exchangeSlugs(POST, one, other)).toBe(true);
    const rows: { address: string; targetDocumentId: string; state: string }[] = await strapi.db
      .query('plugin::permalinks.address')
      .findMany({ where: { kind: 'slug' }, orderBy: { address: 'asc' } });
    expect(rows.map((row) => [row.address, row.targetDocumentId, row.state])).toEqual([
      ['one', draft.documentId, 'reserved'],
      ['two', first, 'current'],
    ]);
    // The rows are the caller's to write, and find the slugs their own.
    await strapi.documents(POST).update({ documentId: first, data: { slug: 'two' } });
    await strapi.documents(POST).update({ documentId: draft.documentId, data: { slug: 'one' } });
    await strapi.documents(POST).publish({ documentId: first });
    expect((await at('/2022/03/03/two.html'))?.documentId).toBe(first);
  });

  it('tell the page of a document from what leads there, once it is published', async () => {
    const [path, page] = ['/old/one/', '/2022/03/03/one.html'];
    const data = { title: '一', slug: 'one', date: '2022-03-03T00:00:00.000Z' };
    const { documentId } = await strapi.documents(POST).create({ data });
    for (const each of [path, page]) {
      await addresses().handOver(POST, { path: each, from: null, documentId });
    }
    const pages = async () =>
      (await addresses().holders([{ path }, { path: page }])).map((holder) => holder?.isPage);
    expect(await pages()).toEqual([false, false]);
    await strapi.documents(POST).publish({ documentId });
    expect(await pages()).toEqual([false, true]);
  });
});
