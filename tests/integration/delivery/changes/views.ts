import type { Core } from '@strapi/strapi';

type Row = Readonly<Record<string, unknown>>;

/** What the public may read of each document, by its type and id. */
export type Views = Map<string, string>;

interface Relation {
  readonly type: string;
  readonly target?: string;
  readonly joinTable?: {
    readonly name: string;
    readonly joinColumn: { readonly name: string };
    readonly inverseJoinColumn?: { readonly name: string };
    readonly orderColumnName?: string;
  };
}

/** The types of the reference application. */
export const UIDS = ['api::post.post', 'api::category.category', 'api::tag.tag'];

export const keyOf = (change: { readonly uid: string; readonly documentId: string }): string =>
  `${change.uid} ${change.documentId}`;

/** The documents that each row of a type is linked to, in their order. */
const linkedTo = async (strapi: Core.Strapi, uid: string): Promise<Map<number, unknown[]>> => {
  const { db } = strapi;
  const found = new Map<number, unknown[]>();
  for (const [name, attribute] of Object.entries(db.metadata.get(uid).attributes)) {
    const { type, target, joinTable } = attribute as unknown as Relation;
    if (type !== 'relation' || target === undefined || !joinTable?.inverseJoinColumn) continue;
    if (!strapi.contentTypes[target as 'api::post.post']) continue;
    const [row, other] = [joinTable.joinColumn.name, joinTable.inverseJoinColumn.name];
    const order = joinTable.orderColumnName;
    const links: Row[] = await db
      .getConnection(`${joinTable.name} as link`)
      .join(`${db.metadata.get(target).tableName} as other`, 'other.id', `link.${other}`)
      .select({ row: `link.${row}`, document: 'other.document_id', id: 'other.id' })
      .orderBy(order === undefined ? [`link.id`] : [`link.${order}`, 'link.id']);
    for (const link of links) {
      const own = found.get(Number(link['row'])) ?? [];
      found.set(Number(link['row']), [...own, [name, link['document'], link['id']]]);
    }
  }
  return found;
};

/** What the public may read now, as the database itself has it. */
export const publicViews = async (
  strapi: Core.Strapi,
  uids: readonly string[] = UIDS
): Promise<Views> => {
  const rows = new Map<string, unknown[]>();
  for (const uid of uids) {
    const links = await linkedTo(strapi, uid);
    const query = strapi.db.getConnection(strapi.db.metadata.get(uid).tableName);
    if (strapi.contentType(uid as 'api::post.post').options?.draftAndPublish === true) {
      query.whereNotNull('published_at');
    }
    for (const row of (await query.whereNotNull('document_id').orderBy('id')) as Row[]) {
      const key = keyOf({ uid, documentId: String(row['document_id']) });
      rows.set(key, [...(rows.get(key) ?? []), row, links.get(Number(row['id'])) ?? []]);
    }
  }
  return new Map([...rows].map(([key, of]) => [key, JSON.stringify(of)]));
};
