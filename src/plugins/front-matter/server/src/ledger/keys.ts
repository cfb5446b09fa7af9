import { hash } from 'node:crypto';

const digest = (...parts: readonly string[]): string => hash('sha256', parts.join('\0'));

/** The key of a file's record: the same file has the same key on every file system. */
export const recordKey = (archive: string, path: string): string =>
  digest(archive, path.normalize('NFC'));

/** The key of an address in its one form, by which posts that ask for it are found. */
export const addressKey = (address: string): string => digest(address);

/** The key of a slug, by which a dry run knows whose it would be. */
export const slugKey = (slug: string): string => digest('slug', slug);

/** The key of a document that asks for an address. */
export const contestKey = (
  address: string,
  contentType: string,
  documentId: string,
  locale: string | null
): string => digest(address, contentType, documentId, locale ?? '');

/** The key of a term: the exact value, since `TechWeb` and `Techweb` are two. */
export const termKey = (
  archive: string,
  kind: string,
  value: string,
  locale: string | null
): string => digest(archive, kind, locale ?? '', value);
