import { hostname } from 'node:os';

import type { Core } from '@strapi/strapi';
import { newDocumentId } from 'strapi-plugin-kit/database';

import { ARCHIVE } from '../../ledger/tables';
import type { ListedArchive, TaskOptions } from '../../panel/contract';

/** An archive as it is kept. */
export interface ArchiveRow extends Omit<ListedArchive, 'task'> {
  /** Where its files are; absolute. Null where it has none. */
  readonly root: string | null;
  readonly options: TaskOptions;
  /** When its files, its name or its options were changed. */
  readonly changedAt: string;
  /** The process that unpacks it. */
  readonly host: string | null;
  readonly pid: number | null;
}

export type NewArchive = Pick<
  ArchiveRow,
  'key' | 'name' | 'origin' | 'place' | 'root' | 'state' | 'addedBy' | 'options'
>;

/** More than anybody keeps; so many are listed. */
const MOST = 500;

const now = (): string => new Date().toISOString();

/** The rows of `archive`. */
export const archivesOf = (strapi: Core.Strapi) => {
  const query = () => strapi.db.query(ARCHIVE);
  return {
    insert: (archive: NewArchive): Promise<ArchiveRow> =>
      query().create({
        data: {
          ...archive,
          documentId: newDocumentId(),
          addedAt: now(),
          changedAt: now(),
          host: hostname(),
          pid: process.pid,
        },
      }),

    find: (key: string): Promise<ArchiveRow | null> => query().findOne({ where: { key } }),

    /** The newest first. */
    list: (): Promise<readonly ArchiveRow[]> =>
      query().findMany({ orderBy: { id: 'desc' }, limit: MOST }),

    /** Those that are unpacked, or were when their process died. */
    unpacking: (): Promise<readonly ArchiveRow[]> =>
      query().findMany({ where: { state: 'unpacking' }, limit: MOST }),

    async update(key: string, data: Partial<ArchiveRow>): Promise<void> {
      await query().updateMany({ where: { key }, data });
    },

    /** Changes what an import goes by. */
    async change(key: string, data: Pick<ArchiveRow, 'name' | 'options'>): Promise<void> {
      await query().updateMany({ where: { key }, data: { ...data, changedAt: now() } });
    },

    /** Says who adds what replaces the files of an archive. */
    async receive(key: string, place: string, addedBy: string): Promise<void> {
      const at = { addedAt: now(), changedAt: now() };
      const by = { host: hostname(), pid: process.pid, addedBy, ...at };
      await query().updateMany({
        where: { key },
        data: { ...by, place, state: 'unpacking', files: 0, message: null },
      });
    },

    async remove(key: string): Promise<void> {
      await query().deleteMany({ where: { key } });
    },
  };
};
