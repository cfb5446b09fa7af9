export { chunks } from './chunks';
export { columnOf } from './columns';
export {
  type Connection,
  type Database,
  type TableQuery,
  type Transaction,
  within,
} from './connection';
export { engineOf } from './engines';
export type { LeaveRoom, LogMover, NarrowColumn, OthersWrite } from './engines/engine';
export { isReferenceGone, isRetriable } from './errors';
export { findFailure } from './failures';
export { guardDatabase, prepareDatabase } from './guard-database';
export { lockDocuments } from './lock-documents';
export { pages } from './pages';
export { isReadOnly, readOnly } from './read-only';
export { renewIndexes } from './renew-indexes';
export { retry } from './retry';
export type { ColumnValue, TableRows } from './rows';
export { sliceBySize } from './slice-by-size';
export { Statements } from './statements';
export { readWith, retryTransaction, transact } from './transact';
