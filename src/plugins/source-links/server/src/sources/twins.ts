import type { Core, Data, UID } from '@strapi/strapi';
import type { Sources } from './sources';

/** A story has few copies; more rows than these share a key only by mistake. */
const MAX_TWINS = 25;

/** A document, as the Document Service gives it. */
export type Document = Record<string, unknown> & { documentId: string };

/** Which documents to look among. */
interface Among {
  readonly uid: UID.ContentType;
  /** Null where the type is not localised. */
  readonly locale: string | null;
}

/** Finds the published copies of a story. */
export interface Twins {
  /** The published documents that share each of the keys, at most {@link MAX_TWINS} a key, oldest first. */
  byKeys(among: Among, keys: readonly string[]): Promise<Map<string, Document[]>>;
}

export default ({ strapi }: { strapi: Core.Strapi }): Twins => {
  const sources: Sources = strapi.plugin('source-links').service('sources');

  const published = async (
    { uid, locale }: Among,
    keys: readonly string[]
  ): Promise<Document[]> => {
    const key = sources.attributesOf(uid)?.key;
    if (key === undefined || key === false || keys.length === 0) return [];
    const found: Data.ContentType[] = await strapi.documents(uid).findMany({
      filters: { [key]: { $in: keys } },
      status: 'published',
      sort: 'id:asc',
      limit: keys.length * MAX_TWINS,
      ...(locale === null ? {} : { locale }),
    });
    return found as Document[];
  };

  return {
    async byKeys(among, keys) {
      const attribute = sources.attributesOf(among.uid)?.key;
      const groups = new Map<string, Document[]>(keys.map((key) => [key, []]));
      const found = await published(among, keys);
      // A key that fills the whole answer may have crowded others out: these are asked for alone.
      const crowded = keys.length > 1 && found.length === keys.length * MAX_TWINS;
      const rows = crowded
        ? (await Promise.all(keys.map((key) => published(among, [key])))).flat()
        : found;
      for (const row of rows) {
        const group = groups.get(String(row[String(attribute)]));
        if (group !== undefined && group.length < MAX_TWINS) group.push(row);
      }
      return groups;
    },
  };
};
