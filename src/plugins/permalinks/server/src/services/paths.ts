import type { Core } from '@strapi/strapi';
import type { PathsService } from '../contract';
import { rowPaths } from '../paths/document-paths';
import { permalinksOf } from '../permalinks';

/** The paths of documents, for whoever shows them. */
export default ({ strapi }: { strapi: Core.Strapi }): PathsService => ({
  async pathOf(contentType, id) {
    const permalinks = permalinksOf(strapi);
    const type = permalinks.types.get(contentType);
    if (type === undefined) return null;
    const [row] = await rowPaths(permalinks, type, { ids: [id] });
    return row?.path ?? null;
  },
});
