import { setImmediate as nextTurn } from 'node:timers/promises';

import type { FileList } from '../../archive/files/file-list';
import { type Issue, issueOf } from '../../core/issue';
import { isLanguageCode } from '../../core/translations/language-codes';
import { normaliseLanguage } from '../../core/translations/normalise-language';
import type { FittedFile } from '../../reading/fit-file';

/** More languages than any site has; an archive may hold nonsense. */
const MOST = 60;

/** How many paths are looked at before others get their turn. */
const TURN = 4_096;

/** How many files of a language's folder are looked for in the others. */
const ENOUGH = 200;

const POSTS_FOLDER = /(?:^|\/)(?:_posts|_drafts)(?:\/|$)/;

/** A path with the folder of a language, taken out: `en/_posts/x.md` is `en`, in front of `/_posts/x.md`. */
const languageFolder = (path: string): { language: string; at: number } | null => {
  if (!POSTS_FOLDER.test(path)) return null;
  let at = 0;
  for (const part of path.split('/').slice(0, -1)) {
    if (isLanguageCode(normaliseLanguage(part))) return { language: part, at };
    at += part.length + 1;
  }
  return null;
};

/** The languages that folders of posts are named like, where two of them have files of one name. */
const findFolders = async (files: FileList): Promise<readonly string[]> => {
  const languages = new Map<string, number[]>();
  for (let index = 0; index < files.length; index += 1) {
    if (index % TURN === TURN - 1) await nextTurn();
    const found = languageFolder(files.pathAt(index));
    if (found === null || languages.size === MOST) continue;
    const places = languages.get(found.language) ?? [];
    if (places.length < ENOUGH) places.push(index);
    languages.set(found.language, places);
  }
  const isTwin = (place: number): boolean => {
    const path = files.pathAt(place);
    const { language = '', at = 0 } = languageFolder(path) ?? {};
    const rest = path.slice(at + language.length);
    return [...languages.keys()].some(
      (other) => other !== language && files.indexOf(`${path.slice(0, at)}${other}${rest}`) !== -1
    );
  };
  const hasTwins = [...languages.values()].some((places) => places.some(isTwin));
  return hasTwins ? [...languages.keys()] : [];
};

/** The site's locale that a language most likely is, else its code as others write it. */
const guessLocale = (plain: string, locales: readonly string[]): string => {
  const exact = locales.find((locale) => normaliseLanguage(locale) === plain);
  const [base = plain] = plain.split('-');
  const alike = locales.filter((locale) => normaliseLanguage(locale).split('-')[0] === base);
  return exact ?? (alike.length === 1 ? alike[0] : undefined) ?? plain;
};

/** Watches for an archive whose posts are in several languages, though nobody has said so. */
export interface LanguageWatch {
  see(files: readonly FittedFile[]): void;
  /** What is to be said of the archive once it is read; null for nothing. */
  issue(): Promise<Issue | null>;
}

/**
 * @param locales the site's own
 */
export const watchLanguages = (files: FileList, locales: readonly string[]): LanguageWatch => {
  const said = new Set<string>();
  return {
    see(some) {
      for (const file of some) {
        if (file.status !== 'ready' || file.language === null || said.size === MOST) continue;
        const plain = normaliseLanguage(file.language);
        if (isLanguageCode(plain)) said.add(plain);
      }
    },
    async issue() {
      const folders = (await findFolders(files)).map(normaliseLanguage);
      const languages = [...new Set([...(said.size > 1 ? said : []), ...folders])].sort();
      if (languages.length === 0) return null;
      const lines = languages.map((plain) => `${plain}: ${guessLocale(plain, locales)}`).join(', ');
      return issueOf('LOOKS_TRANSLATED', {
        message:
          `The archive has posts in several languages (${languages.join(', ')}), and each file became a document of its own. ` +
          `To have translations in one document, undo the import if it has run, localise the content type, put "locales: { ${lines} }" into .broadsheet.yml, ` +
          'with the site\'s locales on the right, and "translations: KEY" where a key of the front matter says which posts are one; then import again.',
      });
    },
  };
};
