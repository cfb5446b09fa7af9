import type { Core } from '@strapi/strapi';
import type { TestSite } from '../harness/boot';
import { emptySite } from '../harness/empty-site';
import { suite } from '../harness/on-each-database';

const POST = 'api::post.post';

interface Kept {
  readonly documentId: string;
  readonly slug: string;
  readonly instead: string | null;
  readonly reason: string | null;
  readonly refused: readonly { path: string; reason: string; documentId: string | null }[];
}

interface ToKeep {
  readonly documentId: string;
  readonly slug: string | null;
  readonly title: string | null;
  readonly fallback?: string | null;
  readonly published: boolean;
  readonly paths: readonly string[];
}

interface Addresses {
  keep(uid: string, batch: readonly ToKeep[]): Promise<Kept[]>;
  free(uid: string, documentIds: readonly string[]): Promise<void>;
}

export const keep = suite('keeping addresses in bulk', (current) => {
  let site: TestSite;
  let strapi: Core.Strapi;

  beforeAll(() => {
    site = current();
    strapi = site.strapi;
  });
  beforeEach(() => emptySite(strapi));

  const addresses = () => strapi.plugin('permalinks').service<Addresses>('addresses');
  const stored = () =>
    strapi.db.query('plugin::permalinks.address').findMany({ orderBy: { id: 'asc' } });
  const document = (documentId: string, more: Partial<ToKeep> = {}): ToKeep => ({
    documentId,
    slug: null,
    title: '日照日报',
    published: true,
    paths: [],
    ...more,
  });
  const write = (batch: readonly ToKeep[], kept: readonly Kept[]) =>
    strapi.db.query(POST).createMany({
      data: batch.map(({ documentId, title }, index) => ({
        documentId,
        title,
        slug: kept[index]?.slug,
        publishedAt: new Date(),
      })),
    });
  /** Runs one batch as the importer does: addresses and rows in one transaction. */
  const importBatch = (batch: readonly ToKeep[]) =>
    strapi.db.transaction(async () => {
      const kept = await addresses().keep(POST, batch);
      await write(batch, kept);
      return kept;
    });

  it('keeps an archive’s slugs as they are, and its old addresses', async () => {
    const [kept] = await importBatch([
      document('a', {
        slug: 'NW202202172279266059',
        paths: ['/rizhaoribao/2022/02/17/NW202202172279266059.html', '/old/'],
      }),
    ]);
    expect(kept).toEqual({
      documentId: 'a',
      slug: 'NW202202172279266059',
      instead: null,
      reason: null,
      refused: [],
    });
    expect(await stored()).toMatchObject([
      { kind: 'slug', address: 'NW202202172279266059', state: 'current', origin: 'given' },
      { kind: 'path', state: 'former' },
      { kind: 'path', state: 'former' },
    ]);
  });

  it('gives the first of a batch the slug, and the others suffixes', async () => {
    const kept = await importBatch([
      document('a', { slug: 'x' }),
      document('b', { slug: 'x' }),
      document('c', { slug: 'x-2' }),
      document('d', { slug: 'x' }),
    ]);
    expect(kept.map(({ slug, instead }) => [slug, instead])).toEqual([
      ['x', null],
      ['x-3', 'x'],
      ['x-2', null],
      ['x-4', 'x'],
    ]);
  });

  it('says why a slug is not the one that was asked for', async () => {
    const long = 'x'.repeat(300);
    const kept = await importBatch([
      document('a', { slug: 'x' }),
      document('b', { slug: 'x' }),
      document('c', { slug: ' e\u0301 ' }),
      document('d', { slug: 'a/b' }),
      document('e', { slug: '..', title: 'Dots' }),
      document('f', { slug: long }),
      document('g', { title: 'Index' }),
      document('h', { slug: 'index' }),
    ]);
    expect(kept.map(({ slug, instead, reason }) => [slug, instead, reason])).toEqual([
      ['x', null, null],
      ['x-2', 'x', 'taken'],
      ['\u00e9', null, null],
      ['a-b', 'a/b', 'invalid'],
      ['dots', '..', 'invalid'],
      ['x'.repeat(255), long, 'invalid'],
      ['index-2', 'index', 'reserved'],
      ['index', null, null],
    ]);
  });

  it('changes nothing when it is asked again', async () => {
    const batch = [document('a', { slug: 'x', paths: ['/p'] }), document('b', { slug: 'x' })];
    const first = await importBatch(batch);
    const before = await stored();
    expect(await addresses().keep(POST, batch)).toEqual(first);
    expect(await stored()).toEqual(before);
  });

  it('takes the entries of one document for one', async () => {
    const kept = await addresses().keep(POST, [
      document('a', { published: false, paths: ['/p'] }),
      document('a', { paths: ['/q', '/p'] }),
    ]);
    expect(kept.map(({ slug }) => slug)).toEqual(['ri-zhao-ri-bao', 'ri-zhao-ri-bao']);
    expect((await stored()).map((row) => row.address)).toEqual(
      expect.arrayContaining(['ri-zhao-ri-bao', '/p', '/q'])
    );
    expect(await stored()).toHaveLength(3);
  });

  it('turns a published slug into a redirect when the archive gives another', async () => {
    await importBatch([document('a', { slug: 'x' })]);
    await addresses().keep(POST, [document('a', { slug: 'y' })]);
    expect(await stored()).toMatchObject([
      { address: 'x', state: 'former' },
      { address: 'y', state: 'current' },
    ]);
  });

  it('refuses a path that another document has, and one that is none', async () => {
    await importBatch([document('a', { paths: ['/p/'] })]);
    const [kept] = await importBatch([
      document('b', { paths: ['https://host/p/index.html', '/q', '/bad\u0000'] }),
    ]);
    expect(kept?.refused).toEqual([
      { path: '/bad\u0000', reason: 'invalid', documentId: null },
      { path: 'https://host/p/index.html', reason: 'taken', documentId: 'a' },
    ]);
  });

  it('takes over what documents held that are no more', async () => {
    await addresses().keep(POST, [document('never-written', { paths: ['/p'] })]);
    const [kept] = await importBatch([document('b', { paths: ['/p'] })]);
    expect(kept).toMatchObject({ slug: 'ri-zhao-ri-bao', refused: [] });
    expect((await stored()).map((row) => row.targetDocumentId)).toEqual(['b', 'b']);
  });

  it('claims for a document before its row is there, batch after batch', async () => {
    await strapi.db.transaction(async () => {
      const [first] = await addresses().keep(POST, [document('a', { paths: ['/p'] })]);
      const [second] = await addresses().keep(POST, [document('b', { paths: ['/p'] })]);
      expect([first?.slug, second?.slug]).toEqual(['ri-zhao-ri-bao', 'ri-zhao-ri-bao-2']);
      expect(second?.refused).toMatchObject([{ path: '/p', documentId: 'a' }]);
    });
  });

  it('needs a handful of statements for five hundred posts, most of them of one title', async () => {
    const batch = Array.from({ length: 500 }, (_, index) =>
      document(`d${index}`, {
        title: index % 5 === 0 ? `第${index}篇` : '每日行情',
        paths: [`/old/${index}`],
      })
    );
    let statements = 0;
    const count = () => (statements += 1);
    strapi.db.connection.on('query', count);
    const kept = await importBatch(batch);
    strapi.db.connection.removeListener('query', count);
    expect(new Set(kept.map(({ slug }) => slug)).size).toBe(500);
    expect(statements).toBeLessThanOrEqual(25);
  });

  it('needs a handful of statements when every one of five hundred slugs is taken', async () => {
    const batch = (site: string) =>
      Array.from({ length: 500 }, (_, index) => document(`${site}${index}`, { slug: `s${index}` }));
    await importBatch(batch('a'));
    let statements = 0;
    const count = () => (statements += 1);
    strapi.db.connection.on('query', count);
    const kept = await importBatch(batch('b'));
    strapi.db.connection.removeListener('query', count);
    expect(kept.map(({ slug }) => slug)).toEqual(kept.map((_, index) => `s${index}-2`));
    expect(statements).toBeLessThanOrEqual(40);
  });

  it('lets go of everything when it is told to', async () => {
    await importBatch([document('a', { paths: ['/p'] }), document('b', { slug: 'y' })]);
    await addresses().free(POST, ['a']);
    expect(await stored()).toMatchObject([{ address: 'y' }]);
  });

  it('says which key to set when a type is not served', async () => {
    await expect(addresses().keep('api::nothing.nothing', [])).rejects.toThrow(
      'permalinks.contentTypes'
    );
  });
});
