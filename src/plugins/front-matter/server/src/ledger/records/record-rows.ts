import type { ImportedValues } from '../../core/plan/merge-values';
import { packImported, unpackImported } from './pack-imported';
import type { AskingRecord, SourceRecord, StoredRecord } from './record';

/** Columns of `AskingRecord`. */
export const ASKING: readonly (keyof AskingRecord)[] = [
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

/** What a new file's record has. */
export const COLUMNS: readonly (keyof SourceRecord)[] = [
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
  'scheduledAt',
  'run',
  'createdRun',
];

/** What no new file's record has. */
export const LATER: readonly (keyof SourceRecord)[] = [
  'undoneBy',
  'writtenAt',
  'edited',
  'conflicts',
  'conflictRun',
];

/** How attributes are stored that are not stored as their types say. */
export const FORMS = {
  imported: (value: unknown) => JSON.stringify(packImported(value as ImportedValues)),
};

/** A row with what it packs of the imported values. */
export const withImported = <Row extends { readonly imported: unknown }>(
  row: Row
): Omit<Row, 'imported'> & Pick<SourceRecord, 'imported'> => ({
  ...row,
  imported: row.imported === null ? null : unpackImported(row.imported),
});

/** A record as its row has it. */
export type RecordRow = Omit<StoredRecord, 'imported'> & { readonly imported: unknown };

export const toStored = (row: RecordRow): StoredRecord => withImported(row);

export const toRow = <Fields extends Partial<SourceRecord>>(record: Fields) => ({
  ...record,
  ...(record.imported ? { imported: packImported(record.imported) } : {}),
});
