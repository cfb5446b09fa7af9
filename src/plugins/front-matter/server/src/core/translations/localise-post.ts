import { type Issue, issueOf } from '../issue';
import type { Post } from '../post';
import { normaliseLanguage } from './normalise-language';
import { languageSuffix } from './language-suffix';

/** How the posts of an archive are assigned to locales. */
export interface LocaleRules {
  /** The site's locale by the archive's language, normalised; null where the settings name no locales. */
  readonly locales: ReadonlyMap<string, string> | null;
  /** The locale of posts without a language that is in the map; null for a type that is not localised. */
  readonly fallback: string | null;
}

/** A post and its locale. */
export interface LocalisedPost {
  /** Without the categories that are only the folder of a language. */
  readonly post: Post;
  readonly locale: string | null;
  /**
   * What all translations of one post share, and no other post has; null where the settings name no
   * locales.
   */
  readonly group: string | null;
  readonly issues: readonly Issue[];
}

/** Folders of posts; the folders above them are categories. */
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
 * Assigns a post to a locale: by its `lang`, else its `locale`, else the first folder of its path that is
 * in the map, else a `.en` before its extension.
 *
 * Translations of one post share the value of the key that the settings name. Without it they share the
 * path, from which the folder of the locale and a `.en` before the extension are removed. Only what
 * names the post's own locale is removed; a `-en` only where the post names its language itself and is
 * in no folder of it: `what-is-it` is not Italian.
 *
 * @param file the path from the archive's root, where a further folder of posts may name a language
 */
export const localisePost = (
  post: Post,
  file: string,
  { locales, fallback }: LocaleRules
): LocalisedPost => {
  if (locales === null) return { post, locale: fallback, group: null, issues: [] };
  const { language, shared, path } = post.translation;
  const { folders, stem, extension } = partsOf(path);
  const named = (text: string): string | undefined => locales.get(normaliseLanguage(text));
  const suffix = languageSuffix(stem, '.', [...locales.keys()]);
  const isNamed = (folder: string): boolean => named(folder) !== undefined;
  const folder = folders.find(isNamed) ?? partsOf(file).folders.find(isNamed);
  const told = language ?? folder ?? suffix;
  const locale = (told === null ? undefined : named(told)) ?? fallback;
  const isOwn = (text: string): boolean => named(text) === locale;

  const at = folders.findIndex(isOwn);
  const own = [...locales.keys()].filter(isOwn);
  const isSaid = language !== null && isNamed(language) && at === -1;
  const end = languageSuffix(stem, '.', own) ?? (isSaid ? languageSuffix(stem, '-', own) : null);
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
