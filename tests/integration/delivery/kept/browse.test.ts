import '../without-cache';
import './switch-on';
import type { Core } from '@strapi/strapi';
import { fold } from '../../../../src/plugins/delivery/server/src/kept/fold';
import { boot, type TestSite } from '../../harness/boot';
import { databases } from '../../harness/databases';

const POST = 'api::post.post';
const CATEGORY = 'api::category.category';
const COUNTS = 'delivery_counts';
const PERMISSION = 'plugin::users-permissions.permission';

describe.each(databases)('what is kept on $name', (kind) => {
  let site: TestSite;
  let strapi: Core.Strapi;
  const ids: string[] = [];

  beforeAll(async () => {
    site = await boot(kind);
    strapi = site.strapi;
    for (const slug of ['news', 'rare', 'none']) {
      await strapi.documents(CATEGORY).create({ data: { name: slug.toUpperCase(), slug } });
    }
    const [news, rare] = await strapi.documents(CATEGORY).findMany({ sort: 'id' });
    for (let index = 0; index < 6; index += 1) {
      const { documentId } = await strapi.documents(POST).create({
        data: {
          title: `第${index}篇`,
          slug: `post-${index}`,
          date: new Date(Date.UTC(2022, 0, 1 + 40 * index, 20)).toISOString(),
          categories: [...(index % 2 ? [news] : []), ...(index === 3 ? [rare] : [])].map(
            (category) => category?.documentId ?? ''
          ),
        },
        status: 'published',
      });
      ids.push(documentId);
    }
    await strapi.documents(POST).create({ data: { title: '草稿', slug: 'draft' } });
  });
  afterAll(() => site.close());

  const get = async (path: string, status = 200) => {
    const answer = await site.http.get(path);
    expect([path, answer.status]).toEqual([path, status]);
    return answer;
  };
  const slugsOf = (documents: readonly { readonly slug: string }[]) =>
    documents.map(({ slug }) => slug);
  const pageOf = (slug: string) =>
    `/api/posts?filters[categories][slug][$eq]=${slug}&sort=date:desc&fields=slug`;
  const learn = async (): Promise<void> => {
    for (const slug of ['news', 'rare', 'news', 'rare']) await get(pageOf(slug));
  };

  /** Empties a table of what is kept, as if it were made anew, until that has been looked at. */
  const whileMadeAnew = async (name: string, look: () => Promise<void>): Promise<void> => {
    const table = () => strapi.db.getConnection(name);
    const states = () => strapi.db.getConnection('delivery_kept');
    // What is still to be added up would be in the table again before its rows are.
    await fold(strapi.db);
    const [state] = await states().where({ name: 'posts' });
    await states().where({ name: 'posts' }).update({ mark: '', filled_to: -1 });
    const rows: Record<string, unknown>[] = await table().select();
    await table().delete();
    await look();
    const own = rows.map(({ id: _, ...row }) => row);
    if (own.length > 0) await table().insert(own);
    await states().where({ name: 'posts' }).delete();
    await states().insert(state);
  };

  describe("a category's page", () => {
    it('is read from its listing', async () => {
      await learn();
      const answer = await get(pageOf('news'));
      expect(answer.headers['x-delivery']).toBe('fast');
      expect(slugsOf(answer.body.data)).toEqual(['post-5', 'post-3', 'post-1']);
      expect(slugsOf((await get(pageOf('rare'))).body.data)).toEqual(['post-3']);
      const listing = strapi.db.getConnection('delivery_posts_by_categories');
      const [row] = await listing.clone().orderBy('order_value').limit(1);
      await listing.clone().where(row).delete();
      const shorter = await get(pageOf('news'));
      expect(slugsOf(shorter.body.data)).toEqual(['post-5', 'post-3']);
      expect(shorter.body.meta.pagination.total).toBe(2);
      await listing.clone().insert(row);
    });

    it('is empty for one that has no posts, and for one that is not there', async () => {
      await learn();
      for (const slug of ['none', 'nothing']) {
        const { body, headers } = await get(pageOf(slug));
        expect(headers['x-delivery']).toBe('fast');
        expect(body).toMatchObject({ data: [], meta: { pagination: { total: 0 } } });
      }
    });

    it('is that of both where two have one slug', async () => {
      await learn();
      await strapi.db.getConnection('categories').where({ slug: 'rare' }).update({ slug: 'news' });
      const { body } = await get(pageOf('news'));
      expect(slugsOf(body.data)).toEqual(['post-5', 'post-3', 'post-1']);
      expect(body.meta.pagination.total).toBe(3);
      await strapi.db.getConnection('categories').where({ name: 'RARE' }).update({ slug: 'rare' });
    });
  });

  describe('a total', () => {
    const counted = async (change: number, look: () => Promise<void>): Promise<void> => {
      const row = { list: 'posts', target_id: 0, locale: '' };
      const counts = strapi.db.getConnection(COUNTS);
      // What is still to be added up would put the number right meanwhile.
      await fold(strapi.db);
      const [before] = await counts.clone().where(row);
      await counts.clone().where(row).delete();
      await counts.clone().insert({ ...row, total: Number(before?.['total'] ?? 0) + change });
      await look();
      await counts.clone().where(row).delete();
      if (before !== undefined) await counts.clone().insert(before);
    };
    const list = '/api/posts?sort=date:desc&fields=slug&pagination[pageSize]=2';
    const graphql = async (filters: string): Promise<unknown> => {
      const query = `{ posts_connection${filters} { pageInfo { total } nodes { slug } } }`;
      const { body } = await site.http.post('/graphql').send({ query });
      return body.data.posts_connection.pageInfo.total;
    };

    it('of all is the one that is kept, on REST and GraphQL', async () => {
      for (let time = 0; time < 3; time += 1) await get(list);
      await counted(1000, async () => {
        const { body, headers } = await get(list);
        expect(headers['x-delivery']).toBe('fast');
        expect(body.meta.pagination).toMatchObject({ total: 1006, pageCount: 503 });
        expect(await graphql('')).toBe(1006);
      });
      expect(await graphql('')).toBe(6);
    });

    it('of a category is the one that is kept on GraphQL; another filter is counted', async () => {
      expect(await graphql('(filters: { categories: { slug: { eq: "news" } } })')).toBe(3);
      expect(await graphql('(filters: { slug: { ne: "post-1" } })')).toBe(5);
      expect(await graphql('(filters: { categories: { slug: { null: true } } })')).toBe(3);
      await counted(1000, async () => {
        expect(await graphql('(filters: { slug: { ne: "post-1" } })')).toBe(5);
      });
    });
  });

  describe('the calendar', () => {
    it('has years, months and days of the zone, the latest first', async () => {
      const { body } = await get('/api/delivery/calendar');
      expect(body).toEqual({ data: [{ year: 2022, count: 6 }], meta: { zone: 'Asia/Shanghai' } });
      const months = await get('/api/delivery/posts/calendar?year=2022');
      expect(months.body.data.slice(-2)).toEqual([
        { year: 2022, month: 2, count: 1 },
        { year: 2022, month: 1, count: 1 },
      ]);
      // Published at 20:00 in UTC, the first is of the next day.
      const days = await get('/api/delivery/posts/calendar?year=2022&month=1');
      expect(days.body.data).toEqual([{ year: 2022, month: 1, day: 2, count: 1 }]);
    });

    it.each(['month=1', 'year=x', 'year=2022&month=13', 'year=0', 'year=2022&year=2023'])(
      'is refused for %s',
      async (query) => {
        const { body } = await get(`/api/delivery/calendar?${query}`, 400);
        expect(body.error.name).toBe('ValidationError');
      }
    );
  });

  describe('neighbours', () => {
    it('are null at the ends, and come with few fields or those that are asked for', async () => {
      const first = await get(`/api/delivery/posts/${ids[0]}/neighbours`);
      expect(first.body.data).toMatchObject({
        previous: null,
        next: { slug: 'post-1', title: '第1篇', path: expect.stringContaining('post-1') },
      });
      expect(first.body.data.next).not.toHaveProperty('body');
      const fields = 'fields=slug&populate[categories][fields]=slug';
      const { body } = await get(
        `/api/delivery/posts/${ids[3]}/neighbours?within[categories]=news&${fields}`
      );
      expect(body.data.previous).toEqual({
        ...{ id: expect.any(Number), documentId: ids[1], slug: 'post-1' },
        categories: [expect.objectContaining({ slug: 'news' })],
      });
      expect(body.data.next).toMatchObject({ slug: 'post-5' });
    });

    it('are refused for what is not there, or no list', async () => {
      await get('/api/delivery/posts/nothing/neighbours', 404);
      await get(`/api/delivery/posts/${ids[0]}/neighbours?within[categories]=nothing`, 404);
      await get(`/api/delivery/posts/${ids[0]}/neighbours?within[authors]=x`, 400);
      await get(`/api/delivery/posts/${ids[0]}/neighbours?within=x`, 400);
      await get(`/api/delivery/posts/${ids[0]}/neighbours?fields=nothing`, 400);
    });
  });

  describe('counts of terms', () => {
    it('are sorted by number or name, and come in pages', async () => {
      const { body } = await get('/api/delivery/categories/counts?pagination[pageSize]=2');
      expect(body.data).toMatchObject([
        { slug: 'news', name: 'NEWS', count: 3, path: expect.any(String) },
        { slug: 'rare', count: 1 },
      ]);
      expect(body.meta.pagination).toEqual({ page: 1, pageSize: 2, pageCount: 2, total: 3 });
      const byName = await get('/api/delivery/categories/counts?sort=name:asc&fields=slug');
      expect(slugsOf(byName.body.data)).toEqual(['news', 'none', 'rare']);
      expect(Object.keys(byName.body.data[0])).toEqual(['id', 'documentId', 'slug', 'count']);
    });

    it('are refused for another order or page', async () => {
      for (const query of [
        'sort=nothing',
        'sort=name:up',
        'pagination[page]=0',
        'pagination[start]=1',
      ]) {
        await get(`/api/delivery/categories/counts?${query}`, 400);
      }
    });
  });

  it('is for those alone who may find the types', async () => {
    const where = { action: `${POST}.find`, role: { type: 'public' } };
    const right = await strapi.db.query(PERMISSION).findOne({ where, populate: ['role'] });
    await strapi.db.query(PERMISSION).delete({ where: { id: right.id } });
    const paths = ['calendar', 'posts/calendar', `posts/${ids[0]}/neighbours`, 'categories/counts'];
    for (const path of paths) await get(`/api/delivery/${path}`, 403);
    const { action, role } = right;
    await strapi.db.query(PERMISSION).create({ data: { action, role: role.id } });
    for (const path of paths) await get(`/api/delivery/${path}`);
  });

  // The last, since a site looks only every second whether it is there again.
  it('is counted and sorted where it is just being made anew', async () => {
    await learn();
    await whileMadeAnew('delivery_posts_by_categories', async () => {
      const { body } = await get(pageOf('news'));
      expect(slugsOf(body.data)).toEqual(['post-5', 'post-3', 'post-1']);
      expect(body.meta.pagination.total).toBe(3);
    });
    await whileMadeAnew(COUNTS, async () => {
      expect((await get('/api/delivery/calendar')).body.data).toEqual([{ year: 2022, count: 6 }]);
      const { body } = await get('/api/delivery/categories/counts');
      expect(body.data).toMatchObject([{ slug: 'news', count: 3 }, { count: 1 }, { count: 0 }]);
    });
  });
});
