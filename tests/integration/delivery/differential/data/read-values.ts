import type { Core, UID } from '@strapi/strapi';
import type { Values } from '../questions/values';
import { DATES, EXCERPTS, NAMES, PARTS, TITLES } from './texts';

/** Each different value of an attribute, of drafts and published rows. */
const valuesOf = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  attribute: string
): Promise<string[]> => {
  const rows: Record<string, unknown>[] = await strapi.db
    .query(uid)
    .findMany({ select: [attribute], orderBy: { id: 'asc' } });
  const values = rows.map((row) => row[attribute]).filter((value) => value !== null);
  return [
    ...new Set(values.map((value) => (value instanceof Date ? value.toISOString() : `${value}`))),
  ];
};

/** Some of a list, from all over it. */
const spread = (list: readonly string[], count: number): string[] =>
  list.filter((_, index) => index % Math.max(1, Math.floor(list.length / count)) === 0);

const NOWHERE = 'nowhere';

/** Reads what queries can ask for; a little of it is not there. */
export const readValues = async (strapi: Core.Strapi): Promise<Values> => {
  const of = (uid: UID.ContentType, attribute: string) => valuesOf(strapi, uid, attribute);
  const post = 'api::post.post';
  const moments = [...(await of(post, 'date')), ...(await of(post, 'createdAt'))];
  return {
    title: [...new Set(TITLES), 'Post 150', NOWHERE],
    slug: [...(await of(post, 'slug')), NOWHERE],
    categorySlug: [...(await of('api::category.category', 'slug')), NOWHERE],
    tagSlug: [...(await of('api::tag.tag', 'slug')), NOWHERE],
    name: [...new Set(NAMES), 'Tag 3', NOWHERE],
    text: [...EXCERPTS.filter((text) => text !== null), '证券时报', 'paper', '说明 %'],
    part: PARTS,
    code: [...(await of(post, 'sourceCode')), ...(await of(post, 'sourceKey')), NOWHERE],
    url: [...(await of(post, 'sourceUrl')), NOWHERE],
    moment: [...DATES, ...spread(moments, 30), '2022-02-17T08:35:15+08:00', '2020-01-01T00:00:00Z'],
    post: [...(await of(post, 'documentId')), NOWHERE],
    category: [...(await of('api::category.category', 'documentId')), NOWHERE],
    tag: [...(await of('api::tag.tag', 'documentId')), NOWHERE],
    row: spread(await of(post, 'id'), 40),
    truth: ['true', 'false'],
    page: ['1', '2', '1', '3', '1', '2', '5', '1', '40', '2', '1'],
    size: ['10', '25', '3', '100', '1', '7'],
    start: ['0', '5', '1', '25', '0', '10', '2', '100', '299'],
  };
};
