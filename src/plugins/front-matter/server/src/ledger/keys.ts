import { hash } from 'node:crypto';

const digest = (...parts: readonly string[]): string => hash('sha256', parts.join('\0'));

/** The key of a file's record: the same file has the same key on every file system. */
export const recordKey = (archive: string, path: string): string =>
  digest(archive, path.normalize('NFC'));

/** The key of a term: the exact value, since `TechWeb` and `Techweb` are two. */
export const termKey = (
  archive: string,
  kind: string,
  value: string,
  locale: string | null
): string => digest(archive, kind, locale ?? '', value);

/** The key of what all translations of one post share. */
export const translationKey = (archive: string, group: string): string => digest(archive, group);

/** Stands for the key of a file that is nobody's translation, though it shares what translations do. */
export const APART = '-';
