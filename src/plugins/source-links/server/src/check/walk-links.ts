import type { Core, UID } from '@strapi/strapi';
import { pages } from 'strapi-plugin-kit/database';
import type { StoredRow } from '../sources/row';
import { linkOfRow } from '../sources/link-of-row';
import type { Sources } from '../sources/sources';

/** A link that readers of a published document may follow. */
export interface Link {
  readonly contentType: string;
  readonly documentId: string;
  readonly locale: string | null;
  readonly link: string;
}

const PAGE = 200;

/** The links of all published documents of the served types, page by page. */
export async function* walkLinks(strapi: Core.Strapi, sources: Sources): AsyncGenerator<Link[]> {
  for (const [contentType, attributes] of Object.entries(sources.config.contentTypes)) {
    const read = (above: number, limit: number): Promise<StoredRow[]> =>
      strapi.db.query(contentType as UID.ContentType).findMany({
        where: { id: { $gt: above }, publishedAt: { $notNull: true } },
        select: ['id', 'documentId', 'locale', attributes.code, attributes.url],
        orderBy: { id: 'asc' },
        limit,
      });
    for await (const rows of pages(PAGE, read)) {
      yield rows.flatMap((row) => {
        const link = linkOfRow(row, attributes, sources.rules);
        const locale = typeof row['locale'] === 'string' ? row['locale'] : null;
        return link === null
          ? []
          : [{ contentType, documentId: String(row['documentId']), locale, link }];
      });
    }
  }
}
