export { type Archive, ArchiveError, type OpenOptions } from './archive/archive';
export { openArchive } from './archive/open-archive';
export type { Dialect, ReadEntry, ReadingRules, Site } from './core/dialects/dialect';
export { ConfigError, ZoneError } from './core/dialects/errors';
export { DIALECTS } from './core/dialects/list';
export type { ArchiveEntry } from './core/entry';
export type { Issue } from './core/issue';
export { ISSUE_CODES, type IssueCode } from './core/issue-codes';
export type { Post, Reading } from './core/post';
