import type { LogOf, LoggedTable, RowChange } from '../../../logged';
import { quoted, text } from '../words';

/** When a trigger fires, and what it does then. */
export interface Part {
  readonly event: string;
  readonly when: string;
  readonly body: string;
}

export const shown = ({ shownAt }: LoggedTable, row: string): string =>
  shownAt === null ? 'true' : `${row}.${quoted(shownAt)} is not null`;

export const documentOf = ({ documentId }: LoggedTable, row: string): string =>
  `coalesce(${row}.${quoted(documentId)}, '')`;

export const localeOf = ({ locale }: LoggedTable, row: string): string =>
  locale === null ? `''` : `coalesce(${row}.${quoted(locale)}, '')`;

/**
 * Appends what became of a row. Never as a query's result: these hold the lock of the table's numbers
 * to their end, and others would wait for it.
 */
export const append = (
  { prefix }: LogOf,
  { uid }: LoggedTable,
  kind: RowChange,
  [documentId, locale]: readonly [string, string]
): string =>
  `insert into ${quoted(`${prefix}log_inbox`)} (uid, document_id, locale, kind, at)
    values (${[text(uid), documentId, locale, text(kind)].join(', ')},
      cast(unix_timestamp(now(3)) * 1000 as unsigned));`;
