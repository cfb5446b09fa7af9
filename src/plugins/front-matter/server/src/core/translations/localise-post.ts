import type { Issue } from '../issue';
import { issueOf } from '../issue-codes';
import type { Post } from '../post';
import { plainLanguage } from './plain-language';
import { suffixOf } from './suffix-of';

/** What an archive's settings say of its languages. */
export interface LocaleRules {
  /** The site's locale by what the archive says, in its plain form; null where posts are not told apart. */
  readonly locales: ReadonlyMap<string, string> | null;
  /** The locale of posts that say nothing, or nothing that is in the map; null for a type that is not localised. */
  readonly otherwise: string | null;
}

/** A post, and where it goes. */
export interface LocalisedPost {
  /** Without the categories that are only the folder of a language. */
  readonly post: Post;
  readonly locale: string | null;
  /** What all translations of one post share, and no other post has; null where posts are not told apart. */
  readonly group: string | null;
  readonly issues: readonly Issue[];
}

/** The folders that a generator's posts lie in; what is above them are categories. */
const POSTS_FOLDERS = new Set(['_posts', '_drafts']);

interface FilePath {
  readonly folders: readonly string[];
  readonly stem: string;
  /** With its dot; empty for none. */
  readonly extension: string;
}

const partsOf = (path: string): FilePath => {
  const folders = path.normalize('NFC').split('/');
  const name = folders.pop() ?? '';
  const dot = name.lastIndexOf('.');
  return dot <= 0
    ? { folders, stem: name, extension: '' }
    : { folders, stem: name.slice(0, dot), extension: name.slice(dot) };
};

const unnamed = (said: string, locale: string | null): Issue =>
  issueOf('LANGUAGE_UNKNOWN', {
    message: `The post is in "${said}", which "locales" in .broadsheet.yml does not name: it went to ${locale ?? 'the only locale'}. Add a line for it there.`,
    field: 'lang',
  });

/**
 * Finds the locale of a post: by its `lang`, else its `locale`, else the first folder of its path that
 * is in the map, else a `.en` before its extension.
 *
 * Translations of one post share the value of the key that the settings name; where it is missing
 * they share the path, once the folder of the locale is taken out, and its `.en` before the extension.
 * Only what names the post's own locale is taken out; a `-en` only of a post that says its language
 * itself and has no folder of it: `what-is-it` is not Italian.
 *
 * @param file the path from the archive's root: a further folder of posts may be a language's
 */
export const localisePost = (
  post: Post,
  file: string,
  { locales, otherwise }: LocaleRules
): LocalisedPost => {
  if (locales === null) return { post, locale: otherwise, group: null, issues: [] };
  const { language, shared, path } = post.translation;
  const { folders, stem, extension } = partsOf(path);
  const named = (text: string): string | undefined => locales.get(plainLanguage(text));
  const suffix = suffixOf(stem, '.', [...locales.keys()]);
  const isNamed = (folder: string): boolean => named(folder) !== undefined;
  const folder = folders.find(isNamed) ?? partsOf(file).folders.find(isNamed);
  const told = language ?? folder ?? suffix;
  const locale = (told === null ? undefined : named(told)) ?? otherwise;
  const isOwn = (text: string): boolean => named(text) === locale;

  const at = folders.findIndex(isOwn);
  const own = [...locales.keys()].filter(isOwn);
  const isSaid = language !== null && isNamed(language) && at === -1;
  const end = suffixOf(stem, '.', own) ?? (isSaid ? suffixOf(stem, '-', own) : null);
  const bare = end === null ? stem : stem.slice(0, -end.length - 1);
  const plainPath = [...folders.filter((_, index) => index !== at), `${bare}${extension}`];
  const group = shared === null ? `path\0${plainPath.join('/')}` : `key\0${shared}`;

  const posts = folders.findIndex((each) => POSTS_FOLDERS.has(each));
  const above = new Set(folders.slice(0, Math.max(posts, 0)).filter(isNamed));
  const isCategory = (name: string): boolean => !above.has(name);
  return {
    post: {
      ...post,
      categories: post.categories.filter(isCategory),
      categoryPaths: post.categoryPaths
        .map((names) => names.filter(isCategory))
        .filter((names) => names.length > 0),
    },
    locale,
    group,
    issues: language !== null && named(language) === undefined ? [unnamed(language, locale)] : [],
  };
};
