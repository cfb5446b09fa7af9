import type { Core } from '@strapi/strapi';

export const POST = 'api::post.post';

/** A list with many ties, and much that is missing. */
export const COUNT = 130;

const pick = <Value>(list: readonly Value[], number: number): Value =>
  list[number % list.length] as Value;

const SOURCES = ['证券时报', 'Reuters', 'reuters', '', null, 'Zeitung ', 'Zeitung', null];

const idOf = (number: number): string => `post${String(number).padStart(20, '0')}`;

const DATES = [
  '2022-02-17T00:35:15.000Z',
  null,
  '2022-02-17T00:35:15.001Z',
  '2021-01-01T00:00:00.000Z',
];

/** A post as its table has it; every tenth is a draft. */
const rowOf = (number: number) => ({
  documentId: idOf(number),
  title: pick(['Alpha', 'alpha', '市场公司', 'B'], number),
  slug: `post-${number}`,
  date:
    number % 3 === 0
      ? pick(DATES, number)
      : new Date(Date.UTC(2020, 0, (number * 37) % 200)).toISOString(),
  body: `<p>第${number}篇</p>`,
  excerpt: pick([null, 'short', null, null, 'Long'], number),
  sourceName: pick(SOURCES, number * 7),
  publishedAt:
    number % 10 === 9 ? null : new Date(Date.UTC(2022, 0, 1 + (number % 5))).toISOString(),
});

/** Fills a site with posts, half of them of one category; rows are in no order of theirs. */
export const fillList = async (strapi: Core.Strapi): Promise<void> => {
  const { documentId: category } = await strapi
    .documents('api::category.category')
    .create({ data: { name: '要闻', slug: 'news' } });
  const numbers = Array.from({ length: COUNT }, (_, index) => (index * 53) % COUNT);
  await strapi.db.query(POST).createMany({ data: numbers.map(rowOf) });
  // A published post without a date is given one where it is saved.
  await strapi.db
    .queryBuilder(POST)
    .where({ documentId: { $in: numbers.filter((one) => one % 12 === 3).map(idOf) } })
    .update({ date: null })
    .execute();
  for (const number of numbers.filter((one) => one % 2 === 0 && one % 10 !== 9).slice(0, 30)) {
    const row = await strapi.db.query(POST).findOne({ where: { documentId: idOf(number) } });
    const linked = await strapi.db
      .query('api::category.category')
      .findOne({ where: { documentId: category } });
    await strapi.db
      .query(POST)
      .update({ where: { id: row.id }, data: { categories: [linked.id] } });
  }
};
