export { guardDatabase, prepareDatabase } from './guard-database';
export type { Transaction } from './engines/engine';
export { isReferenceGone, isRetriable } from './errors';
export { lockDocuments } from './lock-documents';
export { isReadOnly, readOnly } from './read-only';
export { retry, type RetryOptions } from './retry';
