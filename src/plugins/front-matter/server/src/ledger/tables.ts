/** UIDs of the plugin's hidden content types. */
export const RECORD = 'plugin::front-matter.record';
export const RUN = 'plugin::front-matter.run';
export const CHANGE = 'plugin::front-matter.change';
export const TERM = 'plugin::front-matter.term';
export const CONTEST = 'plugin::front-matter.contest';
export const CORRECTION = 'plugin::front-matter.correction';

/** What the Archives page knows, and has had done. */
export const ARCHIVE = 'plugin::front-matter.archive';
export const TASK = 'plugin::front-matter.task';
