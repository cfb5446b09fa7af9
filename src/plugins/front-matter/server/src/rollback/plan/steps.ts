import type { SiteDocument, SiteRow } from '../../core/document';
import { hashValue } from '../../core/plan/hash-value';
import { hashStatus, STATUS } from '../../core/plan/hash-post';
import { NOTHING, type ImportedValues } from '../../core/plan/merge-values';
import type { JsonValue } from '../../core/post';
import type { KeptTime, Update } from '../../ledger/change';
import type { StoredRecord } from '../../ledger/records/record';

/** What one run did to a document. */
export interface Step {
  readonly run: number;
  /** Whether the run was applied before this rollback, and whether it is from now on. */
  readonly wasApplied: boolean;
  readonly isApplied: boolean;
  readonly before: SiteDocument;
  readonly recordBefore: StoredRecord;
  /** Hashes of the values that it wrote. */
  readonly hashes: Readonly<Record<string, string>>;
  /**
   * The values that it wrote; undefined where the previous release did not keep them and they are
   * overwritten.
   */
  readonly written: Readonly<Record<string, JsonValue | undefined>>;
  /** The imported values that it gave to the record. */
  readonly imported: ImportedValues;
  readonly paths: readonly string[];
  readonly updatedAt: string | null;
  /** The time at which it has had the post published; undefined where that is the same as before. */
  readonly scheduledAt: string | null | undefined;
  /** The time at which the document was to be published before it; undefined where it has not changed that. */
  readonly time: KeptTime | null | undefined;
  /** The attributes in conflict after it; undefined where there were none before it, nor after it. */
  readonly conflicts: readonly string[] | undefined;
}

/** The value of an attribute or a relation in a row. */
export const valueIn = (row: SiteRow, name: string): JsonValue =>
  row.values[name] ?? row.terms[name] ?? null;

export const hashIn = (row: SiteRow, name: string): string => hashValue(valueIn(row, name));

/**
 * What a change of the previous release wrote, as far as the next change has found it or it is
 * still there.
 */
const writtenIn = (
  { after }: Update,
  later: readonly Update[],
  now: SiteDocument | null
): Record<string, JsonValue | undefined> =>
  Object.fromEntries(
    Object.entries(after.values)
      .filter(([name]) => name !== STATUS)
      .map(([name, hash]) => {
        const next = later.find((change) => name in change.after.values);
        const row = next?.before.document.main ?? now?.main;
        const isThere = row !== undefined && hashIn(row, name) === hash;
        return [name, isThere ? valueIn(row, name) : undefined];
      })
  );

const importedIn = (
  { after }: Update,
  later: readonly Update[],
  record: StoredRecord | null
): ImportedValues => {
  const known = later[0]?.before.record.imported ?? record?.imported ?? {};
  return Object.fromEntries(
    Object.keys(after.values).map((name) => [name, known[name] ?? NOTHING])
  );
};

/**
 * What runs did to a document, in order.
 *
 * @param isApplied whether a change is applied from now on
 */
export const stepsOf = (
  chain: readonly Update[],
  isApplied: (change: Update) => boolean,
  now: SiteDocument | null,
  record: StoredRecord | null
): Step[] =>
  chain.map((change, index) => {
    const { run, undoneBy, before, after } = change;
    const later = chain.slice(index + 1);
    return {
      run,
      wasApplied: undoneBy === null,
      isApplied: isApplied(change),
      before: before.document,
      recordBefore: before.record,
      hashes: after.values,
      written: after.written ?? writtenIn(change, later, now),
      imported: after.imported ?? importedIn(change, later, record),
      paths: after.paths ?? [],
      updatedAt: after.updatedAt,
      scheduledAt: after.scheduledAt,
      time: before.time,
      conflicts: after.conflicts,
    };
  });

/** Whether a run has written to the document, and did not only find its values there. */
export const hasWritten = ({ hashes }: Step): boolean => Object.keys(hashes).length > 0;

/** Whether an attribute had an editor's value when a run began to write the document. */
export const wasEdited = ({ before, recordBefore }: Step, name: string): boolean => {
  const site = name === STATUS ? hashStatus(before.published !== null) : hashIn(before.main, name);
  return site !== (recordBefore.imported?.[name]?.as ?? NOTHING.as);
};

/**
 * Whether the published row had the same value as the draft, so that a run wrote the attribute into
 * both.
 */
export const isShared = ({ before: { main, published } }: Step, name: string): boolean =>
  published !== null && hashIn(published, name) === hashIn(main, name);
