import type { Core } from '@strapi/strapi';
import { keyOf } from 'strapi-plugin-kit/keys';
import type { FoundLink } from '../core/link-outcome';
import type { Finding } from './check-link';
import type { Link } from './walk-links';

type Target = Pick<Link, 'contentType' | 'documentId' | 'locale'>;

/** What was last found at a document's link. */
interface LastFinding extends FoundLink {
  readonly link: string;
}

const RECORD = 'plugin::source-links.link-check';

/** What checks have found, one record a document and locale. */
export interface Records {
  /** Those of the links that nothing has been found of since a time, at the address they have now. */
  unchecked(links: readonly Link[], since: Date): Promise<Link[]>;
  write(link: Link, finding: Finding, at: Date): Promise<void>;
  last(target: Target): Promise<LastFinding | null>;
  /** Lets go of what was found before a time: of documents that are gone, or have no link now. */
  forget(before: Date): Promise<void>;
}

export function checkRecords(strapi: Core.Strapi): Records {
  const records = strapi.db.query(RECORD);
  return {
    async unchecked(links, since) {
      if (links.length === 0) return [];
      const found: { key: string; link: string }[] = await records.findMany({
        where: { key: { $in: links.map(keyOfTarget) }, checkedAt: { $gte: since } },
        select: ['key', 'link'],
        limit: links.length,
      });
      const known = new Map(found.map(({ key, link }) => [key, link]));
      return links.filter((link) => known.get(keyOfTarget(link)) !== link.link);
    },

    async write(link, finding, at) {
      const key = keyOfTarget(link);
      const { documentId: targetDocumentId, contentType, locale: targetLocale } = link;
      const data = {
        ...finding,
        contentType,
        targetDocumentId,
        targetLocale,
        link: link.link,
        checkedAt: at,
      };
      const updated: unknown = await records.update({ where: { key }, data });
      if (updated === null) await records.create({ data: { ...data, key } });
    },

    async last(target) {
      const select = ['link', 'outcome', 'status', 'checkedAt'];
      const found: LastFinding | null = await records.findOne({
        where: { key: keyOfTarget(target) },
        select,
      });
      return found;
    },

    async forget(before) {
      await records.deleteMany({ where: { checkedAt: { $lt: before } } });
    },
  };
}

function keyOfTarget({ contentType, documentId, locale }: Target): string {
  return keyOf(contentType, documentId, locale ?? '');
}
