import { ConfigurationError, wrongValue } from 'strapi-plugin-kit/config';
import { columnOf, type Database } from 'strapi-plugin-kit/database';
import { PLACE } from '../config/read-config';
import type { ServedType } from '../served-type';

/** Where a type keeps what its paths are rendered from, in the database's own names. */
export interface PathColumns {
  readonly table: string;
  readonly documentId: string;
  readonly slug: string;
  readonly date: string | null;
  readonly publishedAt: string;
  readonly categories: CategoryColumns | null;
}

/** A relation and the slugs behind it. */
interface CategoryColumns {
  readonly table: string;
  readonly slug: string;
  /** Null where the document's own row holds the category's id, in `foreignKey`. */
  readonly link: {
    readonly table: string;
    readonly from: string;
    readonly to: string;
    readonly order: string;
  } | null;
  readonly foreignKey: string | null;
}

/** Categories that a table of links leads to. */
export type LinkedCategories = CategoryColumns & {
  readonly link: NonNullable<CategoryColumns['link']>;
};

export const isLinked = (categories: CategoryColumns): categories is LinkedCategories =>
  categories.link !== null;

/** Finds the columns of a type's paths; `slugOf` names the slug's attribute of a related type. */
export function pathColumns(
  db: Database,
  type: ServedType,
  slugOf: (uid: string) => string
): PathColumns {
  return {
    table: db.metadata.get(type.uid).tableName,
    documentId: columnOf(db, type.uid, 'documentId'),
    slug: columnOf(db, type.uid, type.slug),
    date: type.date === null ? null : columnOf(db, type.uid, type.date),
    publishedAt: columnOf(db, type.uid, 'publishedAt'),
    categories:
      type.categories === null ? null : categoryColumns(db, type, type.categories, slugOf),
  };
}

function categoryColumns(
  db: Database,
  type: ServedType,
  name: string,
  slugOf: (uid: string) => string
): CategoryColumns {
  const attribute = db.metadata.get(type.uid).attributes[name];
  if (!attribute || !('target' in attribute) || typeof attribute.target !== 'string') {
    const path = ['contentTypes', type.uid, 'categories'];
    throw new ConfigurationError(PLACE, wrongValue(path, name, 'that is not a relation'));
  }
  const { target } = attribute;
  const table = db.metadata.get(target).tableName;
  const slug = columnOf(db, target, slugOf(target));
  if (
    'joinTable' in attribute &&
    attribute.joinTable &&
    'inverseJoinColumn' in attribute.joinTable
  ) {
    const { joinTable } = attribute;
    const order = 'orderColumnName' in joinTable ? joinTable.orderColumnName : undefined;
    const link = {
      table: joinTable.name,
      from: joinTable.joinColumn.name,
      to: joinTable.inverseJoinColumn.name,
      order: typeof order === 'string' ? order : 'id',
    };
    return { table, slug, link, foreignKey: null };
  }
  if ('joinColumn' in attribute && attribute.joinColumn) {
    return { table, slug, link: null, foreignKey: attribute.joinColumn.name };
  }
  throw new Error(`permalinks cannot follow the relation "${name}" of "${type.uid}"`);
}
