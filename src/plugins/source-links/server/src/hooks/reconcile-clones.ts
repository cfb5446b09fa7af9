import type { Core } from '@strapi/strapi';
import type { SourceAttributes } from '../config';
import { reconcileSource, type Source } from '../core';
import type { Sources } from '../sources/sources';
import { askedOf, putSource, type Row, sourceOf } from '../sources/row';
import { sourceError } from './source-error';

type Middleware = Parameters<Core.Strapi['documents']['use']>[0];
type Uid = Parameters<Core.Strapi['db']['query']>[0];

/** A document has two rows a locale; no site has as many locales as this. */
const MAX_ROWS = 1000;

/**
 * Reconciles what is asked of a document's copy with what the document holds: to the hooks a copy is a new
 * document, with the asked code and the URL that the original had. Where several locales are
 * copied that hold different sources, the hooks judge each for itself.
 */
export function reconcileClones(strapi: Core.Strapi, sources: Sources): Middleware {
  const originals = async (
    uid: Uid,
    { documentId, locale }: Row,
    attributes: SourceAttributes
  ): Promise<Source[]> => {
    const { code, url } = attributes;
    const rows: Row[] = await strapi.db.query(uid).findMany({
      where: { documentId },
      select: ['id', 'locale', 'publishedAt', code, url],
      limit: MAX_ROWS,
    });
    const drafts = rows.filter(({ publishedAt }) => publishedAt === null);
    const copied = drafts.length > 0 ? drafts : rows;
    const own = copied.filter((row) => row['locale'] === locale);
    return (own.length > 0 ? own : copied).map((row) => sourceOf(row, attributes));
  };

  return async (context, next) => {
    const attributes = sources.attributesOf(context.uid);
    const params: Row = { ...context.params };
    const { data } = params;
    if (context.action !== 'clone' || attributes === null || !isRow(data)) return next();
    const asked = askedOf(data, attributes);
    if (asked.code === undefined && asked.url === undefined) return next();

    const reconciled = new Map<string, Source>();
    for (const stored of await originals(context.uid as Uid, params, attributes)) {
      const result = reconcileSource(asked, stored, sources.rules);
      if (!result.ok) throw sourceError(result.problem, attributes);
      reconciled.set(JSON.stringify([result.source.code, result.source.url]), result.source);
    }
    const [source, ...others] = reconciled.values();
    if (source !== undefined && others.length === 0) {
      const row = { ...data };
      putSource(row, source, attributes, sources.rules);
      Object.assign(context, { params: { ...params, data: row } });
    }
    return next();
  };
}

function isRow(data: unknown): data is Row {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
