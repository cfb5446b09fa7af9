import type { Core, UID } from '@strapi/strapi';
import type { Row } from '../hooks/row';
import { linkOfRow } from '../services/link-of-row';
import type { Sources } from '../services/sources';

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
    let last = 0;
    for (;;) {
      const rows: Row[] = await strapi.db.query(contentType as UID.ContentType).findMany({
        where: { id: { $gt: last }, publishedAt: { $notNull: true } },
        select: ['id', 'documentId', 'locale', attributes.code, attributes.url],
        orderBy: { id: 'asc' },
        limit: PAGE,
      });
      if (rows.length === 0) break;
      last = Number(rows[rows.length - 1]?.['id']);
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
