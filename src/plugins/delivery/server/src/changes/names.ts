import { PREFIX } from '../triggers/names';

/** What became of published rows, in the order of commits. */
export const LOG = `${PREFIX}log`;
/** What has been appended where several write at once, and is to be moved to the log. */
export const INBOX = `${PREFIX}log_inbox`;
/** Since when the log is whole, and how far it was pruned: one row. */
export const START = `${PREFIX}log_start`;
