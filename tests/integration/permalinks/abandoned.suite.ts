import type { Core } from '@strapi/strapi';
import type { TestSite } from '../harness/boot';
import { emptySite } from '../harness/empty-site';
import { suite } from '../harness/on-each-database';

const POST = 'api::post.post';
const TITLE = '稳中求进';
const SLUG = 'wen-zhong-qiu-jin';
const WRITERS = 60;
const LOST = 'l'.repeat(24);

interface Kept {
  readonly slug: string;
  readonly refused: readonly { readonly path: string; readonly documentId: string | null }[];
}

interface Addresses {
  keep(uid: string, batch: readonly object[]): Promise<Kept[]>;
}

/** A claim without a document: its write failed, or the process died between the two. */
export const abandoned = suite('an abandoned address', (current) => {
  let site: TestSite;
  let strapi: Core.Strapi;

  beforeAll(() => {
    site = current();
    strapi = site.strapi;
  });
  beforeEach(async () => {
    await emptySite(strapi);
    await keep(LOST, ['/lost']);
  });

  const keep = async (documentId: string, paths: readonly string[]) => {
    const document = { documentId, slug: null, title: TITLE, published: false, paths };
    const [kept] = await strapi
      .plugin('permalinks')
      .service<Addresses>('addresses')
      .keep(POST, [document]);
    if (kept === undefined) throw new Error('nothing was answered');
    return kept;
  };
  const holders = async (kind: 'slug' | 'path') => {
    const rows = await strapi.db
      .query('plugin::permalinks.address')
      .findMany({ where: { kind }, orderBy: { address: 'asc' } });
    return rows.map((row) => [row.address, row.targetDocumentId] as [string, string]);
  };
  const rowsOfPosts = async () => {
    const rows = await strapi.db.query(POST).findMany({ orderBy: { slug: 'asc' } });
    return rows.map((row) => [row.slug, row.documentId] as [string, string]);
  };
  const bySlug = (pairs: [string, string][]) => pairs.sort(([a], [b]) => (a < b ? -1 : 1));
  const byService = () => strapi.documents(POST).create({ data: { title: TITLE } });
  const byQuery = (more: object = {}) =>
    strapi.db.query(POST).create({ data: { title: TITLE, publishedAt: null, ...more } });
  const storm = (write: (number: number) => Promise<unknown>) =>
    Promise.all(Array.from({ length: WRITERS }, (_, number) => write(number)));

  it('goes to one of many writers, and every other has an address of its own', async () => {
    await storm((number) => (number % 2 === 0 ? byService() : byQuery()));
    const rows = await rowsOfPosts();
    expect(rows).toHaveLength(WRITERS);
    expect(new Set(rows.map(([slug]) => slug)).size).toBe(WRITERS);
    expect(rows.map(([slug]) => slug)).toContain(SLUG);
    expect(bySlug(await holders('slug'))).toEqual(bySlug(rows));
  });

  it('stays unique when its own document is written after all, among many writers', async () => {
    await storm((number) =>
      number === WRITERS / 2 ? byQuery({ documentId: LOST, slug: SLUG }) : byQuery()
    );
    const rows = await rowsOfPosts();
    expect(new Set(rows.map(([slug]) => slug)).size).toBe(WRITERS);
    expect(bySlug(await holders('slug'))).toEqual(bySlug(rows));
  });

  it('leads to one of many that ask for it when it is a path', async () => {
    const ids = Array.from({ length: WRITERS }, (_, n) => String(n).padStart(24, 'd'));
    for (const documentId of ids) await byQuery({ documentId });
    const kept = await Promise.all(ids.map((documentId) => keep(documentId, ['/lost'])));
    const winners = kept.filter(({ refused }) => refused.length === 0);
    expect(winners).toHaveLength(1);
    expect(await holders('path')).toEqual([
      ['/lost', ids[kept.findIndex(({ refused }) => refused.length === 0)]],
    ]);
  });
});
