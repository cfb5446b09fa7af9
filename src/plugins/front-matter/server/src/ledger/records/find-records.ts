import type { Core } from '@strapi/strapi';
import { pages } from 'strapi-plugin-kit/database';

import { RECORD } from '../tables';
import type {
  AskingRecord,
  KnownRecord,
  RecordedContent,
  RecordedPath,
  StoredRecord,
  TranslationRecord,
} from './record';
import { ASKING, type RecordRow, toStored, withImported } from './record-rows';

interface KnownRow {
  readonly key: string;
  readonly status: string;
  readonly checksum: string;
  readonly fingerprint: string;
  readonly dueAt: string | null;
}

/** Records whose paths are looked through together. */
const PAGE = 1000;

/** Looks records up. Every function joins the transaction it is called in. */
export const findRecords = (strapi: Core.Strapi) => {
  const query = () => strapi.db.query(RECORD);
  return {
    /** What is known of each key, without the long columns. */
    async known(keys: readonly string[]): Promise<Map<string, KnownRecord>> {
      const rows: KnownRow[] = await query().findMany({
        where: { key: { $in: keys } },
        select: ['key', 'status', 'checksum', 'fingerprint', 'dueAt'],
      });
      return new Map(
        rows.map((row) => [
          row.key,
          { ...row, dueAt: row.dueAt === null ? null : Date.parse(row.dueAt) },
        ])
      );
    },

    /** The id of the row that was written last; 0 where there is none. */
    async lastId(): Promise<number> {
      const [last]: { readonly id: number }[] = await query().findMany({
        select: ['id'],
        orderBy: { id: 'desc' },
        limit: 1,
      });
      return last?.id ?? 0;
    },

    async byKeys(keys: readonly string[]): Promise<Map<string, StoredRecord>> {
      if (keys.length === 0) return new Map();
      const rows: RecordRow[] = await query().findMany({ where: { key: { $in: keys } } });
      return new Map(rows.map((row) => [row.key, toStored(row)]));
    },

    /** Records of files with one of these names or checksums that have a document. */
    async alike(
      archive: string,
      files: { readonly names: readonly string[]; readonly checksums: readonly string[] }
    ): Promise<StoredRecord[]> {
      const find = (where: object): Promise<RecordRow[]> =>
        query().findMany({ where: { archive, targetDocumentId: { $notNull: true }, ...where } });
      // Two questions, since each has an index of its own and both in one have none.
      const byName = await find({ fileName: { $in: files.names } });
      const byChecksum = await find({ checksum: { $in: files.checksums } });
      const rows = new Map([...byName, ...byChecksum].map((row) => [row.id, row]));
      return [...rows.values()].filter((row) => row.archive === archive).map(toStored);
    },

    /** Records with a document whose files share some keys, in the order of their making. */
    ofTranslations(contentType: string, keys: readonly string[]): Promise<TranslationRecord[]> {
      if (keys.length === 0) return Promise.resolve([]);
      return query().findMany({
        where: { translationKey: { $in: keys }, targetDocumentId: { $notNull: true }, contentType },
        select: ['path', 'translationKey', 'targetDocumentId', 'targetLocale'],
        orderBy: { id: 'asc' },
      });
    },

    /** What records say of the addresses of some documents, without the long columns. */
    async asking(contentType: string, documentIds: readonly string[]): Promise<AskingRecord[]> {
      if (documentIds.length === 0) return [];
      const rows: (Omit<AskingRecord, 'imported'> & Pick<RecordRow, 'imported'>)[] =
        await query().findMany({
          where: { targetDocumentId: { $in: documentIds }, contentType },
          select: [...ASKING],
        });
      return rows.map(withImported);
    },

    /** What records say of their files' bytes and values, without the long columns. */
    async contents(keys: readonly string[]): Promise<readonly RecordedContent[]> {
      const rows: (Omit<RecordedContent, 'imported'> & { readonly imported: unknown })[] =
        await query().findMany({
          where: { key: { $in: keys } },
          select: ['key', 'checksum', 'imported'],
        });
      return rows.map(withImported);
    },

    /**
     * Records of documents that a run has made, in the order of their making, a page at a time.
     *
     * @param isUndone whether those whose making is undone are wanted, or those whose making stands
     */
    async createdBy(
      run: number,
      isUndone: boolean,
      above: number,
      limit: number
    ): Promise<StoredRecord[]> {
      const rows: RecordRow[] = await query().findMany({
        where: {
          createdRun: run,
          undoneBy: isUndone ? { $notNull: true } : { $null: true },
          id: { $gt: above },
        },
        orderBy: { id: 'asc' },
        limit,
      });
      return rows.map(toStored);
    },

    /**
     * Where an archive's files were, a page at a time.
     *
     * @param except a run whose own records are left out; null for none
     */
    async *paths(
      archive: string,
      except: number | null = null
    ): AsyncGenerator<readonly RecordedPath[]> {
      const ofOthers = except === null ? {} : { run: { $ne: except } };
      const read = (
        above: number,
        limit: number
      ): Promise<(RecordedPath & { readonly archive: string })[]> =>
        query().findMany({
          where: { archive, id: { $gt: above }, ...ofOthers },
          select: [
            'id',
            'key',
            'path',
            'archive',
            'contentType',
            'targetDocumentId',
            'targetLocale',
            'translationKey',
            'createdRun',
          ],
          orderBy: { id: 'asc' },
          limit,
        });
      for await (const rows of pages(PAGE, read)) {
        yield rows.filter((row) => row.archive === archive);
      }
    },
  };
};
