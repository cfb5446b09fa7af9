import type { Core } from '@strapi/strapi';
import { pages } from 'strapi-plugin-kit/database';

import { recordKey } from '../keys';
import { RECORD } from '../tables';
import type { StoredRecord } from './record';
import { type RecordRow, toStored } from './record-rows';

/** What a list tells of a file in conflict. */
export type ConflictRecord = Pick<
  StoredRecord,
  'id' | 'path' | 'targetDocumentId' | 'targetLocale' | 'conflicts' | 'conflictRun'
>;

const LISTED = [
  ...['id', 'archive', 'path', 'targetDocumentId', 'targetLocale', 'conflicts', 'conflictRun'],
];

/** Files whose paths are read together. */
const PAGE = 1_000;

/** The files of an archive that are in conflict, in the order of their records. */
export const conflictRecords = (strapi: Core.Strapi, archive: string) => {
  const query = () => strapi.db.query(RECORD);
  const own = { archive, status: 'conflict' };
  // Some collations take two spellings of a name for one.
  const isOwn = (row: { readonly archive: string }): boolean => row.archive === archive;

  return {
    /**
     * A page of them.
     *
     * @param above the id that the page begins after; 0 for the first
     * @returns `last`: the id that it ends with; null where there are no more
     */
    async page(
      above: number,
      limit: number
    ): Promise<{ readonly rows: readonly ConflictRecord[]; readonly last: number | null }> {
      const rows: (ConflictRecord & { readonly archive: string })[] = await query().findMany({
        where: { ...own, id: { $gt: above } },
        select: LISTED,
        orderBy: { id: 'asc' },
        limit: limit + 1,
      });
      const page = rows.slice(0, limit);
      return {
        rows: page.filter(isOwn),
        last: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
      };
    },

    /** How many there are. */
    count: (): Promise<number> => query().count({ where: own }),

    /** One of them; null where it is none any more. */
    async find(id: number): Promise<StoredRecord | null> {
      const row: RecordRow | null = await query().findOne({ where: { ...own, id } });
      return row === null || !isOwn(row) ? null : toStored(row);
    },

    /** Whether the files of some paths are all among them. */
    async hasAll(paths: readonly string[]): Promise<boolean> {
      const keys = paths.map((path) => recordKey(archive, path));
      const rows: readonly unknown[] = await query().findMany({
        where: { key: { $in: keys }, status: 'conflict' },
        select: ['id'],
      });
      return rows.length === new Set(keys).size;
    },

    /** The paths of all of them. */
    async paths(): Promise<string[]> {
      const read = (
        above: number,
        limit: number
      ): Promise<Pick<StoredRecord, 'id' | 'path' | 'archive'>[]> =>
        query().findMany({
          where: { ...own, id: { $gt: above } },
          select: ['id', 'archive', 'path'],
          orderBy: { id: 'asc' },
          limit,
        });
      const paths: string[] = [];
      for await (const rows of pages(PAGE, read)) {
        for (const row of rows) if (isOwn(row)) paths.push(row.path);
      }
      return paths;
    },
  };
};
