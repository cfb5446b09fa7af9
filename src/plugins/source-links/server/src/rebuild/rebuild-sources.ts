import type { Core, UID } from '@strapi/strapi';
import { pages, transact } from 'strapi-plugin-kit/database';
import type { SourceAttributes } from '../config';
import type { SourceProblem } from '../core';
import { type RebuiltSource, rebuildSource } from '../core/sources/rebuild-source';
import { type Row, sourceOf, type StoredRow } from '../sources/row';
import type { Sources } from '../sources/sources';
import { updateRow } from './update-row';

/** How many rows were looked at and changed, and how often which of their attributes. */
export interface RebuildCounts {
  rows: number;
  changed: number;
  codes: number;
  urls: number;
  keys: number;
  /** Rows whose code and URL were left alone, since one of them cannot be believed. */
  problems: number;
}

/** A row that somebody has to look at. */
export interface ProblemRow {
  readonly contentType: string;
  readonly documentId: string;
  readonly locale: string | null;
  readonly status: 'draft' | 'published';
  readonly problem: SourceProblem;
}

export interface RebuildOptions {
  /** Counts what would change, and changes nothing. */
  readonly dryRun: boolean;
  readonly signal: AbortSignal;
  onProblem(row: ProblemRow): Promise<void>;
}

const PAGE = 500;

/**
 * Makes code, URL and key of every stored row again by the rules as they are now, drafts and published
 * rows alike, a page a transaction. Rows that are as they should be are not written, so a rebuild
 * that was cut short is finished by another. Nothing else of a row changes: neither hooks nor
 * `updatedAt` take notice.
 */
export async function rebuildSources(
  strapi: Core.Strapi,
  options: RebuildOptions
): Promise<RebuildCounts> {
  const sources: Sources = strapi.plugin('source-links').service('sources');
  const counts: RebuildCounts = { rows: 0, changed: 0, codes: 0, urls: 0, keys: 0, problems: 0 };
  for (const [uid, attributes] of Object.entries(sources.config.contentTypes)) {
    const type = { strapi, sources, uid: uid as UID.ContentType, attributes };
    for await (const rows of pagesOf(type)) {
      await rebuildPage(type, rows, options, counts);
      if (options.signal.aborted) return counts;
    }
  }
  return counts;
}

interface Type {
  readonly strapi: Core.Strapi;
  readonly sources: Sources;
  readonly uid: UID.ContentType;
  readonly attributes: SourceAttributes;
}

function pagesOf({ strapi, uid, attributes }: Type): AsyncGenerator<readonly StoredRow[]> {
  const { code, url, key } = attributes;
  const select = ['id', 'documentId', 'locale', 'publishedAt', code, url];
  return pages(PAGE, (above, limit): Promise<StoredRow[]> =>
    strapi.db.query(uid).findMany({
      where: { id: { $gt: above } },
      select: key === false ? select : [...select, key],
      orderBy: { id: 'asc' },
      limit,
    })
  );
}

async function rebuildPage(
  type: Type,
  rows: readonly StoredRow[],
  options: RebuildOptions,
  counts: RebuildCounts
): Promise<void> {
  const { strapi, sources, uid, attributes } = type;
  const changes: { readonly row: StoredRow; readonly changed: Row }[] = [];
  for (const row of rows) {
    const rebuilt = rebuildSource(sourceOf(row, attributes), sources.rules);
    const changed = changesOf(row, rebuilt, attributes);
    if (Object.keys(changed).length > 0) changes.push({ row, changed });
    if (rebuilt.problem === null) continue;
    counts.problems += 1;
    await options.onProblem({ ...placeOf(row, uid), problem: rebuilt.problem });
  }
  counts.rows += rows.length;
  const written = options.dryRun ? changes : await write(changes);
  counts.changed += written.length;
  counts.codes += written.filter(({ changed }) => attributes.code in changed).length;
  counts.urls += written.filter(({ changed }) => attributes.url in changed).length;
  counts.keys += written.filter(({ changed }) => String(attributes.key) in changed).length;

  async function write(pending: typeof changes): Promise<typeof changes> {
    if (pending.length === 0) return [];
    return transact(strapi.db, async (trx) => {
      const done: typeof changes = [];
      for (const change of pending) {
        if (await updateRow(strapi.db, trx, uid, change.row, change.changed)) done.push(change);
      }
      return done;
    });
  }
}

/** What is to be written into a row, by attribute; nothing and the empty text are the same. */
function changesOf(row: Row, { code, url, key }: RebuiltSource, attributes: SourceAttributes): Row {
  const wanted: [string | false, string | null][] = [
    [attributes.code, code],
    [attributes.url, url],
    [attributes.key, key],
  ];
  return Object.fromEntries(
    wanted.filter(([name, value]) => name !== false && (row[name] || null) !== value)
  );
}

function placeOf(row: Row, contentType: string): Omit<ProblemRow, 'problem'> {
  const { documentId, locale, publishedAt } = row;
  return {
    contentType,
    documentId: String(documentId),
    locale: typeof locale === 'string' ? locale : null,
    status: publishedAt === null ? 'draft' : 'published',
  };
}
