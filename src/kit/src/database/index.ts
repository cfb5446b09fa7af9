export { chunks } from './rows/chunks';
export { columnOf, findColumn } from './schema/columns';
export { askTogether } from './connections/ask-together';
export { beforeDestroy } from './connections/before-destroy';
export {
  type Connection,
  type Database,
  type TableQuery,
  type Transaction,
  within,
} from './connections/connection';
export { newDocumentId } from './document-id';
export { engineOf } from './engines';
export type { KeptLinks, KeptTable } from './engines/keeping';
export type { LoggedEnd, LoggedLinks, LoggedTable, LogOf, RowChange } from './engines/logged';
export type { PauseForWriters, Checkpointer, NarrowColumn, OthersWrite } from './engines/engine';
export { isReferenceGone, isRefused, isRetriable } from './errors/classify-error';
export { findFailure } from './errors/find-failure';
export { guardDatabase, prepareDatabase } from './guard-database';
export { type JoinTable, joinTableOf } from './schema/join-table';
export { lockDocuments } from './transactions/lock-documents';
export { lookUpOf, markLookUp } from './look-up';
export { pages } from './rows/pages';
export type { NoteSlow, QueryForm, WhoReads } from './connections/reads-apart';
export type { Reader, ReadRow } from './connections/reader';
export { inBulk } from './connections/bulk';
export { isReadOnly, readOnly } from './connections/read-only';
export { renewIndexes } from './schema/renew-indexes';
export { retry } from './transactions/retry';
export type { ColumnValue, TableRows } from './rows/row-types';
export { sliceBySize } from './rows/slice-by-size';
export { Statements } from './connections/statements';
export { readWith, retryTransaction, transact } from './transactions/transact';
