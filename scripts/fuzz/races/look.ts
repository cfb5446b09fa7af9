import type { Core } from '@strapi/strapi';
import { POST } from './operations';

/** One row of a post as it lies in the database. */
export interface SeenRow {
  readonly id: number;
  readonly isPublished: boolean;
  readonly title: string;
  readonly body: string;
  readonly slug: string | null;
  /** How many categories and tags it leads to. */
  readonly terms: number;
}

interface SeenAddress {
  readonly kind: string;
  readonly address: string;
  readonly state: string;
}

/** All that a database holds of one document. */
export interface Seen {
  readonly rows: readonly SeenRow[];
  readonly addresses: readonly SeenAddress[];
  /** How many files the ledger says became it. */
  readonly records: number;
}

interface Row {
  readonly id: number;
  readonly publishedAt: string | null;
  readonly title: string;
  readonly body: string | null;
  readonly slug: string | null;
  readonly categories: readonly unknown[];
  readonly tags: readonly unknown[];
}

/** Looks at one document, below everything that could make it look better than it is. */
export const lookAt = async ({ db }: Core.Strapi, documentId: string): Promise<Seen> => {
  const rows: Row[] = await db.query(POST).findMany({
    where: { documentId },
    populate: { categories: { select: ['id'] }, tags: { select: ['id'] } },
    orderBy: { id: 'asc' },
  });
  const addresses: SeenAddress[] = await db.query('plugin::permalinks.address').findMany({
    where: { targetDocumentId: documentId },
    select: ['kind', 'address', 'state'],
    orderBy: { id: 'asc' },
  });
  const records = await db
    .query('plugin::front-matter.record')
    .count({ where: { targetDocumentId: documentId } });
  return {
    rows: rows.map((row) => ({
      id: row.id,
      isPublished: row.publishedAt !== null,
      title: row.title,
      body: (row.body ?? '').trim(),
      slug: row.slug,
      terms: row.categories.length + row.tags.length,
    })),
    addresses: addresses.map(({ kind, address, state }) => ({ kind, address, state })),
    records,
  };
};

interface LinkTable {
  readonly name: string;
  readonly joinColumn: { readonly name: string };
  readonly inverseJoinColumn: { readonly name: string };
}

/** Counts what lies in the tables and belongs to nothing; by what it is. */
export const countStrays = async ({ db }: Core.Strapi): Promise<Record<string, number>> => {
  const { tableName: posts, attributes } = db.metadata.get(POST);
  const addresses = db.metadata.get('plugin::permalinks.address').tableName;
  const count = async (query: PromiseLike<readonly object[]>): Promise<number> =>
    Number(Object.values((await query)[0] ?? {})[0]);
  const strays: Record<string, number> = {
    'addresses of documents that are gone': await count(
      db
        .connection(`${addresses} as a`)
        .leftJoin(`${posts} as p`, 'p.document_id', 'a.target_document_id')
        .where('a.target_type', POST)
        .whereNull('p.id')
        .count()
    ),
    'published rows without a draft': await count(
      db
        .connection(`${posts} as p`)
        .leftJoin(`${posts} as d`, (join) => {
          join.on('d.document_id', 'p.document_id').andOnNull('d.published_at');
        })
        .whereNotNull('p.published_at')
        .whereNull('d.id')
        .count()
    ),
    'runs that hold the lock': await count(
      db
        .connection(db.metadata.get('plugin::front-matter.run').tableName)
        .whereNotNull('lock')
        .count()
    ),
  };
  for (const [name, target] of [
    ['categories', 'api::category.category'],
    ['tags', 'api::tag.tag'],
  ] as const) {
    const { joinTable } = attributes[name] as unknown as { joinTable: LinkTable };
    strays[`links to ${name} from or to nothing`] = await count(
      db
        .connection(`${joinTable.name} as l`)
        .leftJoin(`${posts} as p`, 'p.id', `l.${joinTable.joinColumn.name}`)
        .leftJoin(
          `${db.metadata.get(target).tableName} as t`,
          't.id',
          `l.${joinTable.inverseJoinColumn.name}`
        )
        .where((none) => {
          none.whereNull('p.id').orWhereNull('t.id');
        })
        .count()
    );
  }
  return strays;
};
