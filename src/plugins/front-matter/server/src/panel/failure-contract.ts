/**
 * Why a task has failed, as far as somebody can do something about it:
 *
 * - `options`: what was asked for does not fit the archive or the site;
 * - `archive`: the archive cannot be read as it is;
 * - `configuration`: the site's configuration or its database has to be changed;
 * - `busy`: another run was at work, or has taken over;
 * - `disk-full`, `database-gone`;
 * - `process`: its process has ended without saying why;
 * - `unknown`: nobody has foreseen it.
 */
export type FailureKind =
  | 'options'
  | 'archive'
  | 'configuration'
  | 'busy'
  | 'disk-full'
  | 'database-gone'
  | 'process'
  | 'unknown';
