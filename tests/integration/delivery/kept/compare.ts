import type { Core } from '@strapi/strapi';
import { keptOf } from '../../../../src/plugins/delivery/server/src/kept/kept';

type Row = Readonly<Record<string, unknown>>;

interface JoinTable {
  readonly name: string;
  readonly joinColumn: { readonly name: string };
  readonly inverseJoinColumn: { readonly name: string };
}

/** What is listed by what: a type, its order, and the relation to another. */
export interface Relation {
  readonly uid: string;
  readonly relation: string;
  readonly order: string;
  /** Column of the language, where lists are of one language each. */
  readonly locale?: string;
  /** False where all rows of the type are shown. */
  readonly drafts?: boolean;
}

const POST = 'api::post.post';

/** What the reference application keeps. */
const RELATIONS: readonly Relation[] = ['categories', 'tags'].map((relation) => ({
  uid: POST,
  relation,
  order: 'date',
}));

/** Everything that is kept, or that would be were it right. */
export interface Lists {
  readonly counts: Record<string, number | null>;
  readonly listings: Record<string, readonly number[] | null>;
}

const targetsOf = async (strapi: Core.Strapi, { uid, relation }: Relation): Promise<number[]> => {
  const { target } = strapi.db.metadata.get(uid).attributes[relation] as { target: string };
  const { tableName } = strapi.db.metadata.get(target);
  const ids: (number | string)[] = await strapi.db
    .getConnection(tableName)
    .orderBy('id')
    .pluck('id');
  return ids.map(Number);
};

const localesOf = async (strapi: Core.Strapi, relation: Relation): Promise<(string | null)[]> => {
  if (relation.locale === undefined) return [null];
  const { tableName } = strapi.db.metadata.get(relation.uid);
  const found: (string | null)[] = await strapi.db
    .getConnection(tableName)
    .distinct(relation.locale)
    .pluck(relation.locale);
  return found.filter((locale) => locale !== null).toSorted();
};

/** What the database itself counts and sorts, from the rows and their links. */
export const actualLists = async (
  strapi: Core.Strapi,
  relations: readonly Relation[] = RELATIONS
): Promise<Lists> => {
  const lists: Lists = { counts: {}, listings: {} };
  for (const relation of relations) {
    const { tableName, attributes } = strapi.db.metadata.get(relation.uid);
    const { joinTable } = attributes[relation.relation] as unknown as { joinTable: JoinTable };
    const [row, target] = [joinTable.joinColumn.name, joinTable.inverseJoinColumn.name];
    for (const locale of await localesOf(strapi, relation)) {
      const shown = () => {
        const query = strapi.db.getConnection(`${tableName} as post`);
        if (relation.drafts !== false) query.whereNotNull('post.published_at');
        if (relation.locale !== undefined) query.where(`post.${relation.locale}`, locale);
        return query;
      };
      const all: Row[] = await shown().count({ count: '*' });
      lists.counts[`${relation.uid} ${locale}`] = Number(all[0]?.['count']);
      for (const id of await targetsOf(strapi, relation)) {
        const rows: Row[] = await shown()
          .join(`${joinTable.name} as link`, `link.${row}`, 'post.id')
          .where(`link.${target}`, id)
          .orderByRaw(`?? desc, ?? asc`, [`post.${relation.order}`, 'post.id'])
          .select('post.id');
        const key = `${relation.uid} ${relation.relation} ${id} ${locale}`;
        lists.counts[key] = rows.length;
        lists.listings[key] = rows.map((found) => Number(found['id']));
      }
    }
  }
  return lists;
};

/** What is kept of the same. */
export const keptLists = async (
  strapi: Core.Strapi,
  relations: readonly Relation[] = RELATIONS
): Promise<Lists> => {
  const kept = keptOf(strapi);
  await kept.refresh();
  const lists: Lists = { counts: {}, listings: {} };
  for (const relation of relations) {
    const { uid } = relation;
    const listing = kept.listing(uid, relation.relation);
    for (const locale of await localesOf(strapi, relation)) {
      lists.counts[`${uid} ${locale}`] = await kept.countOf(uid, null, locale);
      for (const rowId of await targetsOf(strapi, relation)) {
        const key = `${uid} ${relation.relation} ${rowId} ${locale}`;
        const by = { relation: relation.relation, rowId };
        lists.counts[key] = await kept.countOf(uid, by, locale);
        if (listing === null) {
          lists.listings[key] = null;
          continue;
        }
        const query = strapi.db.getConnection(listing.table).where(listing.target, rowId);
        if (listing.locale !== null) query.where(listing.locale, locale);
        const ids: (number | string)[] = await query
          .orderByRaw('?? desc, ?? asc', [listing.order, listing.row])
          .pluck(listing.row);
        lists.listings[key] = ids.map(Number);
      }
    }
  }
  return lists;
};

/** Asserts that what is kept is what the database counts and sorts itself. */
export const expectRight = async (
  strapi: Core.Strapi,
  relations: readonly Relation[] = RELATIONS
): Promise<void> => {
  expect(await keptLists(strapi, relations)).toEqual(await actualLists(strapi, relations));
};
