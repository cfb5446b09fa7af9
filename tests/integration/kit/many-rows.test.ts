import { databases } from '../harness/databases';
import { makeOtherApp, type OtherApp, type RunningApp } from '../harness/other-app';

const SHELF = 'api::shelf.shelf';
const BOOK = 'api::book.book';

const typeOf = (singularName: string, attributes: object) => ({
  kind: 'collectionType',
  collectionName: `${singularName}s`,
  info: { singularName, pluralName: `${singularName}s`, displayName: singularName },
  options: { draftAndPublish: false },
  attributes,
});
const TYPES = [
  typeOf('shelf', {
    name: { type: 'string' },
    books: { type: 'relation', relation: 'oneToMany', target: BOOK, mappedBy: 'shelf' },
  }),
  typeOf('book', {
    title: { type: 'string' },
    shelf: { type: 'relation', relation: 'manyToOne', target: SHELF, inversedBy: 'books' },
  }),
];

/** One more than a statement may answer with. */
const TOO_MANY = 10_001;

describe.each(databases)('a query for more documents than may be loaded, on $name', (kind) => {
  let app: OtherApp;
  let site: RunningApp;

  beforeAll(async () => {
    const database = await kind.create();
    app = await makeOtherApp(database, {
      types: TYPES,
      plugins: ['strapi-plugin-kit', 'strapi-plugin-delivery'],
    });
    const contentTypes = { [SHELF]: {}, [BOOK]: {} };
    site = await app.boot({ delivery: { enabled: true, config: { contentTypes } } });
    const { db } = site.strapi;
    const role = await db
      .query('plugin::users-permissions.role')
      .findOne({ where: { type: 'public' } });
    for (const action of [`${SHELF}.find`, `${SHELF}.findOne`, `${BOOK}.find`]) {
      await db
        .query('plugin::users-permissions.permission')
        .create({ data: { action, role: role.id } });
    }
    for (const name of ['full', 'small']) {
      await db.query(SHELF).create({ data: { name, documentId: name.padEnd(24, '0') } });
    }
    const shelves: { id: number; name: string }[] = await db.getConnection('shelfs').select();
    const idOf = (name: string) => shelves.find((shelf) => shelf.name === name)?.id;
    const rows = Array.from({ length: TOO_MANY + 2 }, (_, index) => ({
      title: `book ${index}`,
      document_id: String(index).padStart(24, 'b'),
    }));
    for (let at = 0; at < rows.length; at += 200) {
      await db.getConnection('books').insert(rows.slice(at, at + 200));
    }
    const ids: number[] = await db.getConnection('books').orderBy('id').pluck('id');
    const links = ids.map((book_id, index) => ({
      book_id,
      shelf_id: idOf(index < TOO_MANY ? 'full' : 'small'),
    }));
    for (let at = 0; at < links.length; at += 200) {
      await db.getConnection('books_shelf_lnk').insert(links.slice(at, at + 200));
    }
  });
  afterAll(async () => {
    await site.stop();
    await app.remove();
  });

  it('is refused on REST, the first time as well as by a plan', async () => {
    for (let time = 0; time < 4; time += 1) {
      const answer = await site.http.get('/api/shelfs?populate=books');
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toContain('more than 10000 related documents');
    }
    const byName = (name: string) => `/api/shelfs?filters[name][$eq]=${name}&populate=books`;
    for (let time = 0; time < 4; time += 1) {
      const small = await site.http.get(byName('small'));
      expect([small.status, small.body.data[0]?.books.length]).toEqual([200, 2]);
    }
    // Of a form that has a plan by now.
    expect((await site.http.get(byName('full'))).status).toBe(400);
  });

  it('is refused on GraphQL, and the list itself is answered page by page', async () => {
    const query = '{ shelfs { books(pagination: { limit: -1 }) { title } } }';
    const answer = await site.http.post('/graphql').send({ query });
    expect(JSON.stringify(answer.body)).not.toContain('book 9999');
    const books = await site.http.get('/api/books?pagination[pageSize]=100&pagination[page]=3');
    expect([books.status, books.body.data.length]).toEqual([200, 100]);
  });

  it('is answered to the application itself', async () => {
    const full = await site.strapi
      .documents(SHELF as 'api::post.post')
      .findFirst({ filters: { name: 'full' }, populate: ['books'] } as object);
    expect((full as unknown as { books: unknown[] }).books).toHaveLength(TOO_MANY);
  });
});
