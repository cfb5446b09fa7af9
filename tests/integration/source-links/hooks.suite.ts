import type { TestSite } from '../harness/boot';
import { suite } from '../harness/on-each-database';

const POST = 'api::post.post';
const number = (last: number) => `20220217227926605${last}`;
const code = (last: number) => `NW${number(last)}`;
const url = (last: number) =>
  `http://finews.zning.xyz/html_News/NewsShare.html?infoCode=${code(last)}`;
const source = (last: number) => ({
  sourceCode: code(last),
  sourceKey: number(last),
  sourceUrl: url(last),
});
const NONE = { sourceCode: null, sourceKey: null, sourceUrl: null };

export const sourcesOfPosts = suite('sources of posts', (current) => {
  let site: TestSite;
  const posts = () => site.strapi.documents(POST);
  const rows = () => site.strapi.db.query(POST);

  const permissions = () => site.strapi.db.query('plugin::users-permissions.permission');
  const granted: number[] = [];

  const grant = async (...actions: string[]): Promise<void> => {
    const role = await site.strapi.db
      .query('plugin::users-permissions.role')
      .findOne({ where: { type: 'public' } });
    for (const action of actions) {
      const { id } = await permissions().create({
        data: { action: `${POST}.${action}`, role: role.id },
      });
      granted.push(id);
    }
  };

  beforeAll(async () => {
    site = current();
    await grant('create', 'update');
  });
  afterAll(() => permissions().deleteMany({ where: { id: { $in: granted } } }));

  describe('through the Document Service', () => {
    it('makes the URL from the code, for the draft and the published row alike', async () => {
      const made = await posts().create({
        data: { title: '一', sourceCode: code(1) },
        status: 'published',
      });
      expect(made).toMatchObject(source(1));
      const both = await rows().findMany({ where: { documentId: made.documentId } });
      expect(both).toHaveLength(2);
      for (const row of both) expect(row).toMatchObject(source(1));
    });

    it('makes the code from the URL, and takes tracking parameters off', async () => {
      const made = await posts().create({
        data: { title: '二', sourceUrl: `${url(2)}&utm_source=feed` },
      });
      expect(made).toMatchObject(source(2));
    });

    it('follows the field that a form has changed, whichever else it sends', async () => {
      const { documentId } = await posts().create({ data: { title: '三', sourceCode: code(3) } });
      const save = async (data: object) => posts().update({ documentId, data });
      expect(await save({ title: '三之二', ...source(3) })).toMatchObject(source(3));
      expect(await save({ title: '三之二', ...source(3), sourceCode: code(4) })).toMatchObject(
        source(4)
      );
      expect(await save({ title: '三之二', ...source(4), sourceUrl: url(5) })).toMatchObject(
        source(5)
      );
      expect(await save({ title: '三之二', ...source(5), sourceCode: '' })).toMatchObject(NONE);
    });

    it('refuses two changed values that disagree, names both and changes nothing', async () => {
      const { documentId } = await posts().create({ data: { title: '四', sourceCode: code(1) } });
      const save = posts().update({
        documentId,
        data: { title: '别的', sourceCode: code(2), sourceUrl: url(3) },
      });
      await expect(save).rejects.toMatchObject({
        name: 'ValidationError',
        message: expect.stringMatching(/"sourceCode".*"sourceUrl"/),
        details: {
          errors: [{ path: ['sourceCode'] }, { path: ['sourceUrl'] }],
        },
      });
      expect(await posts().findOne({ documentId })).toMatchObject({ title: '四', ...source(1) });
    });

    it('publishes, discards and publishes again what was stored before the plugin came', async () => {
      const { documentId } = await posts().create({ data: { title: '五', sourceCode: code(1) } });
      const { tableName } = site.strapi.db.metadata.get(POST);
      await site.strapi.db
        .connection(tableName)
        .where({ document_id: documentId })
        .update({ source_url: url(2) });
      const old = { sourceCode: code(1), sourceUrl: url(2) };
      await posts().publish({ documentId });
      await posts().update({ documentId, data: { title: '五之二' } });
      await posts().discardDraft({ documentId });
      await posts().publish({ documentId });
      for (const row of await rows().findMany({ where: { documentId } })) {
        expect(row).toMatchObject(old);
      }
    });

    it('keeps the key for the code alone', async () => {
      const { documentId } = await posts().create({
        data: { title: '六', sourceCode: code(6), sourceKey: '1' },
      });
      const changed = await posts().update({ documentId, data: { sourceKey: '2' } });
      expect(changed).toMatchObject(source(6));
    });

    it('names a new post’s source from its body, and leaves the name to its editors', async () => {
      const body = '<p>正文</p><p>（文章来源：日照日报）</p>';
      const made = await posts().create({ data: { title: '七', body } });
      expect(made.sourceName).toBe('日照日报');
      const { documentId } = made;
      await posts().update({ documentId, data: { sourceName: '' } });
      const { entries } = await posts().publish({ documentId });
      expect(entries[0]?.sourceName).toBe('');
      expect(
        (await posts().create({ data: { title: '七', body, sourceName: '晚报' } })).sourceName
      ).toBe('晚报');
    });
  });

  describe('through the database layer', () => {
    it('serves create, and update of a draft or a published row', async () => {
      const row = await rows().create({ data: { title: '八', sourceCode: code(1) } });
      expect(row).toMatchObject(source(1));
      const data = { ...source(1), sourceUrl: url(2) };
      expect(await rows().update({ where: { id: row.id }, data })).toMatchObject(source(2));
    });

    it('serves createMany, in a transaction too', async () => {
      const data = Array.from({ length: 600 }, (_, index) => ({
        documentId: `many${String(index).padStart(20, '0')}`,
        title: `第${index}篇`,
        publishedAt: null,
        ...(index % 3 === 0
          ? { sourceCode: code(1) }
          : index % 3 === 1
            ? { sourceUrl: url(1) }
            : {}),
      }));
      await site.strapi.db.transaction(() => rows().createMany({ data }));
      const where = { documentId: { $startsWith: 'many' } };
      expect(await rows().count({ where: { ...where, ...source(1) } })).toBe(400);
      expect(await rows().count({ where: { ...where, ...NONE } })).toBe(200);
    });

    it('writes none of many when one of them disagrees with itself', async () => {
      const data = [
        { title: '九甲', sourceCode: code(1) },
        { title: '九乙', sourceCode: code(1), sourceUrl: url(2) },
      ];
      await expect(rows().createMany({ data })).rejects.toThrow(/"sourceCode".*"sourceUrl"/);
      expect(await rows().count({ where: { title: { $startsWith: '九' } } })).toBe(0);
    });

    it('serves updateMany', async () => {
      const row = await rows().create({ data: { title: '十', sourceCode: code(1) } });
      const where = { id: row.id };
      await rows().updateMany({ where, data: { sourceUrl: url(7), sourceKey: 'x' } });
      expect(await rows().findOne({ where })).toMatchObject(source(7));
      await rows().updateMany({ where, data: { title: '十之二', sourceKey: 'x' } });
      expect(await rows().findOne({ where })).toMatchObject(source(7));
    });
  });

  describe('through the APIs', () => {
    it('serves REST, and answers 400 with both names', async () => {
      const made = await site.http
        .post('/api/posts')
        .send({ data: { title: '十一', sourceCode: code(1) } })
        .expect(201);
      expect(made.body.data).toMatchObject(source(1));
      const refused = await site.http
        .put(`/api/posts/${made.body.data.documentId}`)
        .send({ data: { sourceCode: code(2), sourceUrl: url(3) } })
        .expect(400);
      expect(refused.body.error.message).toMatch(/"sourceCode".*"sourceUrl"/);
      await site.http
        .post('/api/posts')
        .send({ data: { title: '十一', sourceUrl: 'javascript:alert(1)' } })
        .expect(400);
    });

    it('serves GraphQL', async () => {
      const query = `mutation ($data: PostInput!) { createPost(data: $data) { sourceCode sourceKey sourceUrl } }`;
      const { body } = await site.http
        .post('/graphql')
        .send({ query, variables: { data: { title: '十二', sourceUrl: url(8) } } })
        .expect(200);
      expect(body.data.createPost).toMatchObject(source(8));
      const refused = await site.http.post('/graphql').send({
        query,
        variables: { data: { title: '十二', sourceCode: code(1), sourceUrl: url(8) } },
      });
      expect(refused.body.errors[0].message).toMatch(/"sourceCode".*"sourceUrl"/);
    });
  });
});
