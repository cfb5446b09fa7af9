import type { Core } from '@strapi/strapi';

import { type ConflictRecord, conflictRecords } from '../../ledger/records/find-conflicts';
import { type Run, runs } from '../../ledger/runs';
import { originTarget } from '../../origin/origin-target';
import type { ConflictPage, ListedConflict } from '../../panel/conflict-contract';
import { findTitles } from '../../site/documents/find-titles';
import { byLocale } from '../../site/in-locale';

/** Conflicts of one page. */
const PAGE = 25;

const titlesOf = async (
  strapi: Core.Strapi,
  rows: readonly ConflictRecord[]
): Promise<ReadonlyMap<number, string>> => {
  const target = await originTarget(strapi, null);
  const titles = new Map<number, string>();
  for (const [own, part] of byLocale(target, rows, ({ targetLocale }) => targetLocale)) {
    const ids = part.flatMap(({ targetDocumentId }) => targetDocumentId ?? []);
    const found = await findTitles(strapi, own, ids);
    for (const { id, targetDocumentId } of part) {
      const title = found.get(targetDocumentId ?? '');
      if (title !== undefined) titles.set(id, title);
    }
  }
  return titles;
};

/** Conflicts as the ledger has them. */
export const describeConflicts = async (
  strapi: Core.Strapi,
  rows: readonly ConflictRecord[]
): Promise<readonly ListedConflict[]> => {
  const titles = await titlesOf(strapi, rows);
  const numbers = rows.flatMap(({ conflictRun }) => conflictRun ?? []);
  const starts = await runs(strapi).startsOf([...new Set(numbers)]);
  return rows.map(({ id, path, targetDocumentId, targetLocale, conflicts, conflictRun }) => ({
    id,
    path,
    documentId: targetDocumentId,
    locale: targetLocale,
    title: titles.get(id) ?? null,
    fields: conflicts ?? null,
    since: conflictRun ? { run: conflictRun, at: starts.get(conflictRun) ?? null } : null,
  }));
};

/** The newest run whose conflicts are all there: one that is at work finds more. */
const lastSeen = ({ number, status }: Run): number => (status === 'running' ? number - 1 : number);

/**
 * A page of an archive's conflicts.
 *
 * @param archive the name that the ledger knows it by
 * @param after the id that the page begins after; 0 for the first
 */
export const listConflicts = async (
  strapi: Core.Strapi,
  archive: string,
  after: number
): Promise<ConflictPage> => {
  // Before anything is read: what is saved meanwhile was not seen.
  const lookedAt = new Date().toISOString();
  const [newest] = await runs(strapi).list(1);
  const ledger = conflictRecords(strapi, archive);
  const { rows, last } = await ledger.page(after, PAGE);
  return {
    conflicts: await describeConflicts(strapi, rows),
    next: last,
    count: await ledger.count(),
    look: { lookedAt, run: newest === undefined ? 0 : lastSeen(newest) },
  };
};
