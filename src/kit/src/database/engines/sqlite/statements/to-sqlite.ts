import type { ColumnValue } from '../../../rows/row-types';

/** A value as SQLite keeps it. */
export const toSqlite = (value: ColumnValue): string | number | null => {
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value;
};
