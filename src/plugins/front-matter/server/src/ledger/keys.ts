import { keyOf } from 'strapi-plugin-kit/keys';

/** The key of a file's record: the same file has the same key on every file system. */
export const recordKey = (archive: string, path: string): string =>
  keyOf(archive, path.normalize('NFC'));

/** The key of the correction of some bytes: the same wherever the archive has them. */
export const correctionKey = (archive: string, checksum: string): string =>
  keyOf(archive, checksum);

/** The key of an address in its one form, by which posts that ask for it are found. */
export const addressKey = (address: string): string => keyOf(address);

/** The key of a slug in its locale, by which a dry run knows whose it would be. */
export const slugKey = (slug: string, locale: string | null): string =>
  keyOf('slug', locale ?? '', slug);

/** The key of a document, by its name, that asks for an address. */
export const contestKey = (address: string, contentType: string, name: string): string =>
  keyOf(address, contentType, name);

/** The key of a term: the exact value, since `TechWeb` and `Techweb` are two. */
export const termKey = (
  archive: string,
  kind: string,
  value: string,
  locale: string | null
): string => keyOf(archive, kind, locale ?? '', value);

/** The key of what all translations of one post share. */
export const translationKey = (archive: string, group: string): string => keyOf(archive, group);

/** Stands for the key of a file that is nobody's translation, though it shares what translations do. */
export const APART = '-';
