import type { Core } from '@strapi/strapi';
import fc from 'fast-check';
import type { TestSite } from '../../harness/boot';
import { suite } from '../../harness/on-each-database';
import { signIn } from '../../harness/sign-in';
import { fullKey } from '../../harness/people';

const CATEGORY = 'api::category.category';
const TAG = 'api::tag.tag';
const MANAGER = '/content-manager/collection-types';

export const namesAndPlaces = suite('names and places of terms', (current) => {
  let site: TestSite;
  let strapi: Core.Strapi;
  let token: string;
  let key: string;

  beforeAll(async () => {
    site = current();
    strapi = site.strapi;
    token = await signIn(site);
    key = await fullKey(site);
  });
  afterEach(async () => {
    await strapi.db.query(CATEGORY).deleteMany({});
    await strapi.db.query(TAG).deleteMany({});
  });

  const tag = async (name: string): Promise<string> =>
    (await strapi.documents(TAG).create({ data: { name } })).documentId;
  const category = async (name: string, parent?: string): Promise<string> =>
    (
      await strapi
        .documents(CATEGORY)
        .create({ data: { name, ...(parent === undefined ? {} : { parent }) } })
    ).documentId;
  /** A row that no door of ours has seen, as old data has. */
  const oldTag = (name: string, documentId: string) =>
    strapi.db.query(TAG).create({ data: { name, documentId, slug: documentId } });
  const tagNames = async (): Promise<string[]> =>
    (await strapi.db.query(TAG).findMany({ orderBy: 'id' })).map(({ name }) => name);
  const parentOf = async (documentId: string): Promise<string | null> =>
    (await strapi.documents(CATEGORY).findOne({ documentId, populate: ['parent'] }))?.parent
      ?.documentId ?? null;
  const asked = (method: 'put' | 'post', path: string, as: string, body: object) =>
    site.http[method](path).set('Authorization', `Bearer ${as}`).send(body);
  const graphql = (query: string, variables: object) =>
    asked('post', '/graphql', key, { query, variables });

  it('refuse a second tag of one name at its field, by every door', async () => {
    await tag('股市');
    const data = { name: '股市' };
    const panel = await asked('post', `${MANAGER}/${TAG}`, token, data);
    const rest = await asked('post', '/api/tags', key, { data });
    for (const { status, body } of [panel, rest]) {
      expect(status).toBe(400);
      expect(body.error.details.errors).toMatchObject([
        { path: ['name'], message: 'There is one of this name already.' },
      ]);
    }
    const { body } = await graphql(
      'mutation ($data: TagInput!) { createTag(data: $data) { name } }',
      {
        data,
      }
    );
    expect(body.errors[0].message).toBe('There is one of this name already.');
    await expect(strapi.documents(TAG).create({ data })).rejects.toThrow('already');
    expect(await tagNames()).toEqual(['股市']);
  });

  it('refuse in the language of the panel', async () => {
    await tag('股市');
    const user = strapi.db.query('admin::user');
    await user.updateMany({ where: {}, data: { preferedLanguage: 'zh-Hans' } });
    const { body } = await asked('post', `${MANAGER}/${TAG}`, token, { name: '股市' });
    await user.updateMany({ where: {}, data: { preferedLanguage: null } });
    expect(body.error.message).toBe('已经有同名的条目。');
  });

  it('take names for one that differ in white space around them and in the form of Unicode', async () => {
    await tag('  café\u3000');
    expect(await tagNames()).toEqual(['café']);
    for (const name of ['café ', 'cafe\u0301', '\tcafé\n']) {
      await expect(tag(name)).rejects.toThrow('already');
    }
  });

  it('take upper and lower case, and accents, for two names', async () => {
    for (const name of ['Techweb', 'TechWeb', 'resume', 'résumé']) await tag(name);
    expect(await tagNames()).toEqual(['Techweb', 'TechWeb', 'resume', 'résumé']);
  });

  it('refuse to rename a tag to what another is called, and to clone it with its name', async () => {
    await tag('股市');
    const other = await tag('基金');
    const renamed = await asked('put', `${MANAGER}/${TAG}/${other}`, token, { name: '股市 ' });
    expect([renamed.status, renamed.body.error?.details.errors[0].path]).toEqual([400, ['name']]);
    await expect(
      strapi.documents(TAG).clone({ documentId: other, data: {} as never })
    ).rejects.toThrow();
    expect(await tagNames()).toEqual(['股市', '基金']);
    await strapi.documents(TAG).clone({ documentId: other, data: { name: '债券' } });
    expect(await tagNames()).toEqual(['股市', '基金', '债券']);
  });

  it('let tags of one name from before be saved and told apart', async () => {
    await oldTag('旧', 'old-one');
    await oldTag('旧 ', 'old-two');
    const path = `${MANAGER}/${TAG}/old-two`;
    const saved = await asked('put', path, token, { name: '旧 ', description: '说明' });
    expect(saved.status).toBe(200);
    expect((await asked('put', path, token, { name: '新' })).status).toBe(200);
    expect(await tagNames()).toEqual(['旧', '新']);
  });

  it('give a name to one of many who ask for it at once', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 12 }, (_, index) => tag(index % 2 === 0 ? '同时' : ' 同时'))
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await tagNames()).toEqual(['同时']);
  });

  it('refuse a category under itself, or under what stands below it, by every door', async () => {
    const top = await category('顶');
    const middle = await category('中', top);
    const low = await category('底', middle);
    const panel = (parent: string) =>
      asked('put', `${MANAGER}/${CATEGORY}/${top}`, token, {
        parent: { connect: [{ documentId: parent }], disconnect: [] },
      });
    for (const parent of [top, middle, low]) {
      const { status, body } = await panel(parent);
      expect([status, body.error?.details.errors[0].path]).toEqual([400, ['parent']]);
      const rest = await asked('put', `/api/categories/${top}`, key, { data: { parent } });
      expect(rest.status).toBe(400);
      const { body: answer } = await graphql(
        'mutation ($id: ID!, $data: CategoryInput!) { updateCategory(documentId: $id, data: $data) { name } }',
        { id: top, data: { parent } }
      );
      expect(answer.errors).toHaveLength(1);
      await expect(
        strapi.documents(CATEGORY).update({ documentId: top, data: { parent } })
      ).rejects.toThrow('under itself');
    }
    expect([await parentOf(top), await parentOf(middle), await parentOf(low)]).toEqual([
      null,
      top,
      middle,
    ]);
  });

  it('let a circle from before be mended, and do not hang on it', async () => {
    const [one, two] = [await category('一'), await category('二')];
    const rows = await strapi.db.query(CATEGORY).findMany({ orderBy: 'id' });
    for (const [index, { id }] of rows.entries()) {
      const parent = rows[1 - index]?.id;
      await strapi.db.query(CATEGORY).update({ where: { id }, data: { parent } });
    }
    const three = await category('三', one);
    expect(await parentOf(three)).toBe(one);
    await strapi.documents(CATEGORY).update({ documentId: two, data: { name: '二号' } });
    await strapi.documents(CATEGORY).update({ documentId: two, data: { parent: null } });
    expect([await parentOf(one), await parentOf(two)]).toEqual([two, null]);
  });

  it('never make a circle of moves that are made at once', async () => {
    const ids = await Promise.all(['甲', '乙', '丙', '丁'].map((name) => category(name)));
    const place = fc.integer({ min: 0, max: ids.length - 1 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(place, place), { minLength: 4, maxLength: 8 }),
        async (moves) => {
          await Promise.allSettled(
            moves.map(([from, to]) =>
              strapi
                .documents(CATEGORY)
                .update({ documentId: ids[from] ?? '', data: { parent: ids[to] ?? '' } })
            )
          );
          for (const id of ids) {
            const seen = new Set<string>();
            for (let at: string | null = id; at !== null; at = await parentOf(at)) {
              expect(seen.has(at)).toBe(false);
              seen.add(at);
            }
          }
          for (const documentId of ids) {
            await strapi.documents(CATEGORY).update({ documentId, data: { parent: null } });
          }
        }
      ),
      { numRuns: 8 }
    );
  });

  it('let one of two moves that would close a circle succeed', async () => {
    for (let time = 0; time < 5; time += 1) {
      const [one, two] = await Promise.all([category(`甲${time}`), category(`乙${time}`)]);
      const move = (documentId: string, parent: string) =>
        asked('put', `${MANAGER}/${CATEGORY}/${documentId}`, token, {
          parent: { connect: [{ documentId: parent }], disconnect: [] },
        });
      const answers = await Promise.all([move(one, two), move(two, one)]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400]);
    }
  });
});
