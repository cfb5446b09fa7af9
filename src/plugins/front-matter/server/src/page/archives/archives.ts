import { hostname } from 'node:os';

import type { Core } from '@strapi/strapi';
import { newDocumentId } from 'strapi-plugin-kit/database';

import { ARCHIVE } from '../../ledger/tables';
import type { ListedArchive, TaskOptions } from '../../panel/contract';
import type { Refusal } from '../refusing/refusal';

/** An archive as it is kept. */
export interface ArchiveRow extends Omit<ListedArchive, 'task'> {
  /** Where its files are; absolute. Null where it has none. */
  readonly root: string | null;
  readonly options: TaskOptions;
  /** What the page has saved of `.broadsheet.yml`, its `mapping`, as YAML; null where the archive's own counts. */
  readonly settings: string | null;
  /** When that was saved or given up; null for never. */
  readonly mappedAt: string | null;
  /** Why it was refused; null also for what a release before has refused. */
  readonly refusal: Refusal | null;
  /** When its files, its name or its options were changed. */
  readonly changedAt: string;
  /** What is being unpacked; null for nothing. */
  readonly upload: string | null;
  /** When unpacking it was last at work. */
  readonly beatAt: string | null;
  /** The process that unpacks it. */
  readonly host: string | null;
  readonly pid: number | null;
}

export type NewArchive = Pick<
  ArchiveRow,
  'key' | 'name' | 'origin' | 'place' | 'root' | 'state' | 'addedBy' | 'options' | 'upload'
>;

/** What an archive becomes once an upload is unpacked, or is not. */
export type Settled = Pick<ArchiveRow, 'state' | 'message' | 'refusal'> &
  Partial<Pick<ArchiveRow, 'root' | 'files' | 'place' | 'addedBy' | 'addedAt' | 'changedAt'>>;

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
          beatAt: now(),
          host: hostname(),
          pid: process.pid,
        },
      }),

    find: (key: string): Promise<ArchiveRow | null> => query().findOne({ where: { key } }),

    /** The newest first. */
    list: (): Promise<readonly ArchiveRow[]> =>
      query().findMany({ orderBy: { id: 'desc' }, limit: MOST }),

    /** The names and the folders of all of them, however many there are. */
    names: (): Promise<readonly Pick<ArchiveRow, 'name' | 'root'>[]> =>
      query().findMany({ select: ['name', 'root'] }),

    /** Says how far unpacking is, and that it is at work. */
    async beat(key: string, upload: string, files: number): Promise<void> {
      await query().updateMany({ where: { key, upload }, data: { files, beatAt: now() } });
    },

    /** Changes what an import goes by. */
    async change(key: string, data: Pick<ArchiveRow, 'name' | 'options'>): Promise<void> {
      await query().updateMany({ where: { key }, data: { ...data, changedAt: now() } });
    },

    /** Keeps a mapping, as YAML, or none. */
    async map(key: string, settings: string | null): Promise<void> {
      await query().updateMany({ where: { key }, data: { settings, mappedAt: now() } });
    },

    /**
     * Has what replaces the files of an archive unpacked.
     *
     * @returns false where something else is unpacked already, or the archive is gone
     */
    async claim(key: string, upload: string): Promise<boolean> {
      const by = { host: hostname(), pid: process.pid, beatAt: now() };
      const { count } = await query().updateMany({
        where: { key, state: { $ne: 'unpacking' } },
        data: { ...by, upload, state: 'unpacking', files: 0, message: null, refusal: null },
      });
      return count > 0;
    },

    /**
     * Says how unpacking ended.
     *
     * @returns false where the archive does not wait for it any more
     */
    async settle(key: string, upload: string, settled: Settled): Promise<boolean> {
      const { count } = await query().updateMany({
        where: { key, upload, state: 'unpacking' },
        data: { ...settled, upload: null },
      });
      return count > 0;
    },

    async remove(key: string): Promise<void> {
      await query().deleteMany({ where: { key } });
    },
  };
};
