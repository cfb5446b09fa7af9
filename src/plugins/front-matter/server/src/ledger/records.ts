import type { Core } from '@strapi/strapi';
import { engineOf, pages, type Transaction } from 'strapi-plugin-kit/database';

import type { Issue } from '../core/issue';
import type { Known } from '../core/plan/due';
import type { ImportedValues } from '../core/plan/merge-values';
import { ledgerRows } from './ledger-rows';
import { packImported, unpackImported } from './pack-imported';
import { RECORD } from './tables';

/** `missing`: the file is gone, and its document was taken from the public for that. */
export type RecordStatus = 'imported' | 'conflict' | 'quarantined' | 'skipped' | 'missing';

/** What the ledger keeps of one source file. */
export interface SourceRecord {
  readonly key: string;
  readonly archive: string;
  readonly path: string;
  readonly fileName: string;
  readonly status: RecordStatus;
  readonly checksum: string;
  readonly fingerprint: string;
  readonly encoding: string | null;
  readonly bom: boolean | null;
  readonly header: string | null;
  readonly trailer: string | null;
  /** Base64 of the file's bytes, where text cannot give them back. */
  readonly raw: string | null;
  readonly contentType: string | null;
  readonly targetDocumentId: string | null;
  readonly targetLocale: string | null;
  /** What the files of a document's translations share; null where nobody has asked for it yet. */
  readonly translationKey?: string | null;
  readonly imported: ImportedValues | null;
  /** Addresses that the document had in the archive. */
  readonly paths: readonly string[] | null;
  readonly messages: readonly Issue[];
  /** ISO 8601; when the file is to be looked at again whatever it says. */
  readonly dueAt: string | null;
  readonly run: number;
  /** The run that made the document; null where none did. */
  readonly createdRun: number | null;
  /** The rollback that undid its making; the document stays while others have a part in it. */
  readonly undoneBy?: number | null;
  /** ISO 8601; when runs last wrote the document, where that is not when they made it. */
  readonly writtenAt?: string | null;
  /** True when an editor had changed the document before a later run wrote to it. */
  readonly edited?: boolean | null;
}

export interface StoredRecord extends SourceRecord {
  readonly id: number;
}

/** What is enough to decide whether a file is due. */
export interface KnownRecord extends Known {
  readonly key: string;
}

/** Where a file was. */
export interface RecordedPath {
  readonly id: number;
  readonly key: string;
  readonly path: string;
  readonly contentType: string | null;
  readonly targetDocumentId: string | null;
  readonly targetLocale: string | null;
  readonly translationKey: string | null;
  readonly createdRun: number | null;
}

/** The file of a document that has, or may have, translations. */
export interface TranslationRecord {
  readonly path: string;
  readonly translationKey: string;
  readonly targetDocumentId: string;
  readonly targetLocale: string | null;
}

/** What a file was. */
export type RecordedContent = Pick<SourceRecord, 'key' | 'checksum' | 'imported'>;

/** What a record says of the addresses that its document asked for, and of the place it has among others. */
export type AskingRecord = Pick<
  StoredRecord,
  | 'id'
  | 'key'
  | 'archive'
  | 'path'
  | 'paths'
  | 'imported'
  | 'targetDocumentId'
  | 'targetLocale'
  | 'createdRun'
>;

const ASKING: readonly (keyof AskingRecord)[] = [
  'id',
  'key',
  'archive',
  'path',
  'paths',
  'imported',
  'targetDocumentId',
  'targetLocale',
  'createdRun',
];

const COLUMNS: readonly (keyof SourceRecord)[] = [
  'key',
  'archive',
  'path',
  'fileName',
  'status',
  'checksum',
  'fingerprint',
  'encoding',
  'bom',
  'header',
  'trailer',
  'raw',
  'contentType',
  'targetDocumentId',
  'targetLocale',
  'translationKey',
  'imported',
  'paths',
  'messages',
  'dueAt',
  'run',
  'createdRun',
];

/** What no new file's record has. */
const LATER: readonly (keyof SourceRecord)[] = ['undoneBy', 'writtenAt', 'edited'];

const FORMS = {
  imported: (value: unknown) => JSON.stringify(packImported(value as ImportedValues)),
};

type Row = Omit<StoredRecord, 'imported'> & { readonly imported: unknown };

const toStored = (row: Row): StoredRecord => ({
  ...row,
  imported: row.imported === null ? null : unpackImported(row.imported),
});

const toRow = <Fields extends Partial<SourceRecord>>(record: Fields) => ({
  ...record,
  ...(record.imported ? { imported: packImported(record.imported) } : {}),
});

interface KnownRow {
  readonly key: string;
  readonly status: string;
  readonly checksum: string;
  readonly fingerprint: string;
  readonly dueAt: string | null;
}

/** Records whose paths are looked through together. */
const PAGE = 1000;

/** The rows of `record`. Every function joins the transaction it is called in. */
export const records = (strapi: Core.Strapi) => {
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
      const rows: Row[] = await query().findMany({ where: { key: { $in: keys } } });
      return new Map(rows.map((row) => [row.key, toStored(row)]));
    },

    /** Records of files with one of these names or checksums that have a document. */
    async alike(
      archive: string,
      files: { readonly names: readonly string[]; readonly checksums: readonly string[] }
    ): Promise<StoredRecord[]> {
      const find = (where: object): Promise<Row[]> =>
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
      const rows: (Omit<AskingRecord, 'imported'> & Pick<Row, 'imported'>)[] =
        await query().findMany({
          where: { targetDocumentId: { $in: documentIds }, contentType },
          select: [...ASKING],
        });
      return rows.map((row) => ({
        ...row,
        imported: row.imported === null ? null : unpackImported(row.imported),
      }));
    },

    /** What records say of their files' bytes and values, without the long columns. */
    async contents(keys: readonly string[]): Promise<readonly RecordedContent[]> {
      const rows: (Omit<RecordedContent, 'imported'> & { readonly imported: unknown })[] =
        await query().findMany({
          where: { key: { $in: keys } },
          select: ['key', 'checksum', 'imported'],
        });
      return rows.map((row) => ({
        ...row,
        imported: row.imported === null ? null : unpackImported(row.imported),
      }));
    },

    async insert(trx: Transaction, rows: readonly SourceRecord[]): Promise<void> {
      const { tableName } = strapi.db.metadata.get(RECORD);
      const isOld = rows.some((row) => LATER.some((name) => row[name] !== undefined));
      const columns = isOld ? [...COLUMNS, ...LATER] : COLUMNS;
      const table = ledgerRows(strapi, RECORD, columns, rows, FORMS);
      await engineOf(strapi.db).insertRows(strapi.db, trx, tableName, table);
    },

    async update(id: number, row: Partial<SourceRecord>): Promise<void> {
      await query().updateMany({ where: { id }, data: toRow(row) });
    },

    async remove(ids: readonly number[]): Promise<void> {
      if (ids.length > 0) await query().deleteMany({ where: { id: { $in: ids } } });
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
      const rows: Row[] = await query().findMany({
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

    /** @param undoneBy null to let their making stand again */
    async mark(ids: readonly number[], undoneBy: number | null): Promise<void> {
      if (ids.length === 0) return;
      await query().updateMany({ where: { id: { $in: ids } }, data: { undoneBy } });
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

export type Records = ReturnType<typeof records>;
