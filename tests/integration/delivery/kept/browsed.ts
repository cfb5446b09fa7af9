import type { Core } from '@strapi/strapi';
import { calendarOf } from '../../../../src/plugins/delivery/server/src/browse/calendar/calendar';
import type { Target } from '../../../../src/plugins/delivery/server/src/browse/find-target';
import { neighboursOf } from '../../../../src/plugins/delivery/server/src/browse/neighbours';
import {
  type ServedType,
  servedTypes,
} from '../../../../src/plugins/delivery/server/src/browse/served-types';
import type { TestSite } from '../../harness/boot';

/** That of the reference application, and two that have daylight saving, on either side of UTC. */
const ZONES = ['Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe'];

interface Post {
  readonly id: number;
  readonly date: number | null;
}

type Terms = 'categories' | 'tags';

const LINKS = { categories: 'category_id', tags: 'tag_id' } as const;

const timeOf = (value: unknown): number | null =>
  value === null ? null : new Date(value as string | number | Date).getTime();

/** Published posts, the newest first, as a list has them. */
const postsOf = async ({ db }: Core.Strapi): Promise<Post[]> => {
  const rows: { id: number; date: unknown }[] = await db
    .getConnection('posts')
    .whereNotNull('published_at')
    .orderByRaw('date desc, id')
    .select('id', 'date');
  return rows.map(({ id, date }) => ({ id, date: timeOf(date) }));
};

/** Posts of each term, by its id. */
const linkedOf = async ({ db }: Core.Strapi, terms: Terms): Promise<Map<number, Set<number>>> => {
  const links: Record<string, number>[] = await db.getConnection(`posts_${terms}_lnk`).select();
  const linked = new Map<number, Set<number>>();
  for (const link of links) {
    const term = Number(link[LINKS[terms]]);
    linked.set(term, (linked.get(term) ?? new Set()).add(Number(link['post_id'])));
  }
  return linked;
};

const dayIn = (zone: string, time: number): readonly [number, number, number] => {
  const [day = 0, month = 0, year = 0] = new Intl.DateTimeFormat('en-GB', { timeZone: zone })
    .format(time)
    .split('/')
    .map(Number);
  return [year, month, day];
};

/** How many posts a calendar has, with years, months or days as its entries. */
const countBy = (zone: string, posts: readonly Post[], depth: 1 | 2 | 3): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { date } of posts) {
    if (date === null) continue;
    const key = dayIn(zone, date).slice(0, depth).join('-');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};

interface Entry {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly count: number;
}

const asCounts = (entries: readonly Entry[]): Map<string, number> =>
  new Map(
    entries.map(({ year, month, day, count }) => [
      [year, month, day].filter((part) => part !== undefined).join('-'),
      count,
    ])
  );

const yearsAndMonths = (zone: string, posts: readonly Post[]) => {
  const months = [...countBy(zone, posts, 2).keys()].map((key) => key.split('-').map(Number));
  const years = [...new Set(months.map(([year = 0]) => year))];
  return { years, months };
};

const within = (counts: ReadonlyMap<string, number>, start: string): Map<string, number> =>
  new Map([...counts].filter(([key]) => key.startsWith(`${start}-`)));

const servedPosts = async (strapi: Core.Strapi): Promise<ServedType> => {
  const served = servedTypes(strapi).find(({ type }) => type.uid === 'api::post.post');
  if (served === undefined) throw new Error('Posts are not served.');
  await served.kept.refresh();
  return served;
};

/** Asserts that calendars of several zones have each post in its year, month and day. */
const expectCalendars = async (strapi: Core.Strapi, posts: readonly Post[]): Promise<void> => {
  const served = await servedPosts(strapi);
  for (const zone of ZONES) {
    const ask = async (year: number | null, month: number | null) =>
      asCounts(await calendarOf({ ...served, zone }, { year, month }, null));
    expect(await ask(null, null)).toEqual(countBy(zone, posts, 1));
    const { years, months } = yearsAndMonths(zone, posts);
    for (const year of years) {
      expect(await ask(year, null)).toEqual(within(countBy(zone, posts, 2), `${year}`));
    }
    for (const [year = 0, month = 0] of months) {
      expect(await ask(year, month)).toEqual(within(countBy(zone, posts, 3), `${year}-${month}`));
    }
  }
};

/** Asserts that each post has those beside it which a list has. */
const expectNeighbours = async (
  served: ServedType,
  posts: readonly Post[],
  target: Target | null
): Promise<void> => {
  const dated = posts.filter(({ date }) => date !== null);
  for (const [index, { id }] of dated.entries()) {
    expect({ id, ...(await neighboursOf(served, id, target, null)) }).toEqual({
      id,
      previous: dated[index + 1]?.id ?? null,
      next: dated[index - 1]?.id ?? null,
    });
  }
};

const LIST = 'sort=date:desc&fields=title&pagination[pageSize]=3';

interface Term {
  readonly id: number;
  readonly documentId: string;
}

/** Asserts that the pages of a term have its posts in their order, and say how many there are. */
const expectPages = async (
  { http }: TestSite,
  terms: Terms,
  term: Term,
  posts: readonly Post[]
): Promise<void> => {
  for (const page of [1, 2]) {
    const filter = `filters[${terms}][documentId][$eq]=${term.documentId}`;
    const { body } = await http.get(`/api/posts?${LIST}&${filter}&pagination[page]=${page}`);
    expect(body.data.map(({ id }: { id: number }) => id)).toEqual(
      posts.slice((page - 1) * 3, page * 3).map(({ id }) => id)
    );
    expect(body.meta.pagination.total).toBe(posts.length);
  }
};

const expectTerms = async (site: TestSite, terms: Terms, posts: readonly Post[]): Promise<void> => {
  const { strapi, http } = site;
  const rows: Term[] = await strapi.db
    .getConnection(terms)
    .orderBy('id')
    .select(['id', { documentId: 'document_id' }]);
  const linked = await linkedOf(strapi, terms);
  const served = await servedPosts(strapi);
  const counts = rows
    .map(({ id }) => ({ id, count: posts.filter((post) => linked.get(id)?.has(post.id)).length }))
    .toSorted((one, other) => other.count - one.count || one.id - other.id);
  const { body } = await http.get(`/api/delivery/${terms}/counts`);
  expect(body.data.map(({ id, count }: { id: number; count: number }) => ({ id, count }))).toEqual(
    counts
  );
  expect(body.meta.pagination.total).toBe(rows.length);
  for (const term of rows) {
    const own = posts.filter(({ id }) => linked.get(term.id)?.has(id));
    await expectPages(site, terms, term, own);
    await expectNeighbours(served, own, { relation: terms, rowId: term.id });
  }
};

/** Asserts that pages, totals, the calendar, neighbours and counts of terms are what the rows say. */
export const expectBrowsed = async (site: TestSite): Promise<void> => {
  const posts = await postsOf(site.strapi);
  await expectCalendars(site.strapi, posts);
  await expectNeighbours(await servedPosts(site.strapi), posts, null);
  for (const terms of ['categories', 'tags'] as const) await expectTerms(site, terms, posts);
};
