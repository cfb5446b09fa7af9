import { digestValue } from '../../core/plan/digest';
import { digestStatus, STATUS } from '../../core/plan/digest-post';
import { NOTHING, type ImportedValues } from '../../core/plan/merge-values';
import type { JsonValue } from '../../core/post';
import type { Update } from '../../ledger/changes';
import type { StoredRecord } from '../../ledger/records';
import type { SiteDocument, SiteRow } from '../../write/load-documents';

/** What one run did to a document, with all that is known of it. */
export interface Step {
  readonly run: number;
  /** Whether it counted until now, and whether it does from now on. */
  readonly stood: boolean;
  readonly stands: boolean;
  readonly before: SiteDocument;
  readonly recordBefore: StoredRecord;
  /** Digests of what it wrote. */
  readonly digests: Readonly<Record<string, string>>;
  /** What it wrote; of the release before only what later rows tell. */
  readonly written: Readonly<Record<string, JsonValue | undefined>>;
  /** What it had the record say. */
  readonly imported: ImportedValues;
  readonly paths: readonly string[];
  readonly updatedAt: string | null;
}

/** What a row says of an attribute or a relation. */
export const valueIn = (row: SiteRow, name: string): JsonValue =>
  row.values[name] ?? row.terms[name] ?? null;

export const digestIn = (row: SiteRow, name: string): string => digestValue(valueIn(row, name));

/** What a change wrote, as the release before has it: in what the next one found, or still in its place. */
const writtenIn = (
  { after }: Update,
  later: readonly Update[],
  now: SiteDocument | null
): Record<string, JsonValue | undefined> =>
  Object.fromEntries(
    Object.entries(after.values)
      .filter(([name]) => name !== STATUS)
      .map(([name, digest]) => {
        const next = later.find((change) => name in change.after.values);
        const row = next?.before.document.main ?? now?.main;
        const isThere = row !== undefined && digestIn(row, name) === digest;
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
 * @param stands whether a change counts from now on
 */
export const stepsOf = (
  chain: readonly Update[],
  stands: (change: Update) => boolean,
  now: SiteDocument | null,
  record: StoredRecord | null
): Step[] =>
  chain.map((change, index) => {
    const { run, undoneBy, before, after } = change;
    const later = chain.slice(index + 1);
    return {
      run,
      stood: undoneBy === null,
      stands: stands(change),
      before: before.document,
      recordBefore: before.record,
      digests: after.values,
      written: after.written ?? writtenIn(change, later, now),
      imported: after.imported ?? importedIn(change, later, record),
      paths: after.paths ?? [],
      updatedAt: after.updatedAt,
    };
  });

/** Whether a run changed something, and was not content with what it found. */
export const hasWritten = ({ digests }: Step): boolean => Object.keys(digests).length > 0;

/** Whether an attribute was an editor's when a run came to it. */
export const wasEdited = ({ before, recordBefore }: Step, name: string): boolean => {
  const site =
    name === STATUS ? digestStatus(before.published !== null) : digestIn(before.main, name);
  return site !== (recordBefore.imported?.[name]?.as ?? NOTHING.as);
};

/** Whether a run wrote an attribute into what the public sees, as far as it had been what editors see. */
export const isShared = ({ before: { main, published } }: Step, name: string): boolean =>
  published !== null && digestIn(published, name) === digestIn(main, name);
