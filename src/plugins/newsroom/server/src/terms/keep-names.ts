import type { Core } from '@strapi/strapi';
import { columnOf, lockDocuments, type Transaction, within } from 'strapi-plugin-kit/database';

import { plainName } from '../core/plain-name';
import { termError } from './term-error';
import type { TermType } from './term-type';

/** A write of a term: what it is about, and what it writes. */
export interface TermWrite {
  readonly action: string;
  readonly documentId: string | null;
  readonly locale: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

interface Named {
  readonly documentId: string;
  readonly name: string | null;
}

/** The rows of terms, of a localised type those of one locale. */
const rowsOf = (
  { db }: Core.Strapi,
  trx: Transaction,
  { uid, name, isLocalised }: TermType,
  locale: string | null
) => {
  const query = within(db, trx, db.metadata.get(uid).tableName).select(
    `${columnOf(db, uid, 'documentId')} as documentId`,
    `${columnOf(db, uid, name)} as name`
  );
  return isLocalised && locale !== null ? query.where('locale', locale) : query;
};

/** Whether another document has a name. A database may take more for one name than is: what it finds is compared again. */
const isTaken = async (
  strapi: Core.Strapi,
  trx: Transaction,
  type: TermType,
  name: string,
  { documentId, action, locale }: TermWrite
): Promise<boolean> => {
  const column = columnOf(strapi.db, type.uid, type.name);
  const found: readonly Named[] = await rowsOf(strapi, trx, type, locale).whereRaw(
    'trim(??) in (?, ?)',
    [column, name, name.normalize('NFD')]
  );
  const own = action === 'clone' ? null : documentId;
  return found.some((row) => row.documentId !== own && plainName(row.name ?? '') === name);
};

/** The names that a document has. */
const namesOf = async (
  strapi: Core.Strapi,
  trx: Transaction,
  type: TermType,
  { documentId, locale }: TermWrite
): Promise<readonly string[]> => {
  if (documentId === null) return [];
  const rows: readonly Named[] = await rowsOf(strapi, trx, type, locale).where(
    columnOf(strapi.db, type.uid, 'documentId'),
    documentId
  );
  return rows.flatMap(({ name }) => name ?? []);
};

/**
 * Keeps two terms of a type from having one name. A term that shares its name with another from before can be saved
 * with it, and all else of it changed.
 *
 * @returns the name to write; null where the write does not name the term
 * @throws ValidationError at the name
 */
export const keepName = async (
  strapi: Core.Strapi,
  trx: Transaction,
  type: TermType,
  write: TermWrite
): Promise<string | null> => {
  const given = write.data[type.name];
  const stored = write.action === 'create' ? [] : await namesOf(strapi, trx, type, write);
  const asked = write.action === 'clone' ? (given ?? stored[0]) : given;
  // What is no text, or none at all, Strapi refuses itself.
  if (typeof asked !== 'string') return null;
  const name = plainName(asked);
  const isKept = stored.some((own) => plainName(own) === name);
  if (name === '' || (isKept && write.action !== 'clone')) return null;
  // Whoever gives the same name at the same time waits here, in any process.
  await lockDocuments(strapi, trx, type.uid, [`name ${write.locale ?? ''} ${name}`]);
  if (await isTaken(strapi, trx, type, name, write)) {
    throw termError(type.name, 'term.name-taken');
  }
  return name;
};
