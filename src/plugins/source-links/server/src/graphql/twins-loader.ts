import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import DataLoader from 'dataloader';
import type { Document, Twins } from '../sources/twins';

type Loader = DataLoader<string, Document[]>;

/**
 * Loads the twins of rows, for one request at a time: the rows of a list are served by one query.
 * A twin's own twins are refused: nested, they would multiply an answer with every level.
 */
export function twinsLoader(strapi: Core.Strapi, uid: string, keyAttribute: string) {
  const twins: Twins = strapi.plugin('source-links').service('twins');
  // Rows that were answered as somebody's twins: each other's twins they are already.
  const answered = new WeakSet<object>();
  const requests = new WeakMap<object, Map<string | null, Loader>>();

  const loaderFor = (context: object, locale: string | null): Loader => {
    const loaders = requests.get(context) ?? new Map<string | null, Loader>();
    requests.set(context, loaders);
    const known = loaders.get(locale);
    if (known !== undefined) return known;
    const loader: Loader = new DataLoader(async (keys) => {
      const groups = await twins.byKeys({ uid: uid as UID.ContentType, locale }, keys);
      return keys.map((key) => groups.get(key) ?? []);
    });
    loaders.set(locale, loader);
    return loader;
  };

  return async (row: Document, context: object): Promise<readonly Document[]> => {
    if (answered.has(row)) {
      throw new errors.ValidationError(
        'Twins share their twins: ask for "twins" once, and not below itself.'
      );
    }
    const key = row[keyAttribute];
    if (typeof key !== 'string' || key === '') return [];
    const locale = typeof row['locale'] === 'string' ? row['locale'] : null;
    const group = await loaderFor(context, locale).load(key);
    const others = group.filter(({ documentId }) => documentId !== row.documentId);
    for (const other of others) answered.add(other);
    return others;
  };
}
