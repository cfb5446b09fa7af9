/** UIDs of the ledger's hidden content types. */
export const RECORD = 'plugin::front-matter.record';
export const RUN = 'plugin::front-matter.run';
export const CHANGE = 'plugin::front-matter.change';
export const TERM = 'plugin::front-matter.term';
export const CONTEST = 'plugin::front-matter.contest';
