import type { Engine } from '../engine';
import { createWholeIndex } from '../list-index';
import { createWholeSavedIndex } from '../saved-index';
import { server, serverReader } from '../server';
import { errors } from './errors';
import { keeping } from './keeping';
import { findNarrowColumn } from './find-narrow-column';
import { insertOrIgnore } from './insert-or-ignore';
import { lock, makeLocks } from './locks';
import { watchMoments } from './moments';
import { readCommitted } from './read-committed';

/** MySQL and MariaDB lock rows: names are hashed to those of a table made for it. */
export const mysql: Engine = {
  ...server,
  errors,
  guard: readCommitted,
  prepare: makeLocks,
  lock,
  insertOrIgnore,
  // Where transactions have a snapshot, only what locks reads past it.
  seeCommitted: (query) => query.forShare(),
  // Its own comparison would take accents for nothing, too.
  lowerCase: 'lower(??) collate utf8mb4_bin',
  sameText: '?? = ? collate utf8mb4_bin',
  // MariaDB makes joins of look-ups again, and thinks for seconds about the order of thirty tables.
  asSubquery: (db, ids) => db.getConnection().select('id').from(ids.as('found')),
  statementLimit({ dialect }, milliseconds) {
    const { info } = dialect as { readonly info?: { readonly database?: string } | null };
    return info?.database === 'MySQL'
      ? `set session max_execution_time = ${milliseconds}`
      : `set session max_statement_time = ${milliseconds / 1000}`;
  },
  openReader: async (strapi) => serverReader(strapi, errors, watchMoments(strapi.db)),
  createListIndex: createWholeIndex,
  createSavedIndex: createWholeSavedIndex,
  findNarrowColumn,
  keeping,
};
