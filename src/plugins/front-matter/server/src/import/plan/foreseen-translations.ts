import { keyOf, shortKey } from 'strapi-plugin-kit/keys';

import type { FileList } from '../../archive/files/file-list';

/** Which file of a dry run would have become which translation. */
export interface ForeseenTranslations {
  /** The file that is in a locale already; undefined for none. */
  pathOf(key: string, locale: string): string | undefined;
  /** A file of some translations, of whatever locale; undefined for none. */
  firstOf(key: string): string | undefined;
  add(key: string, locale: string, path: string): void;
}

const short = (key: string, locale: string): number => shortKey(keyOf(key, locale));

/**
 * Remembers translations that a dry run would have made, in some forty bytes each: where their files
 * stand in the list of the archive's.
 *
 * @param locales all that there may be
 */
export const foreseeTranslations = (
  files: FileList,
  locales: readonly string[]
): ForeseenTranslations => {
  const places = new Map<number, number>();
  const pathOf = (key: string, locale: string): string | undefined => {
    const place = places.get(short(key, locale));
    return place === undefined ? undefined : files.pathAt(place);
  };
  return {
    pathOf,
    firstOf: (key) =>
      locales.map((locale) => pathOf(key, locale)).find((path) => path !== undefined),
    add: (key, locale, path) => void places.set(short(key, locale), files.indexOf(path)),
  };
};
