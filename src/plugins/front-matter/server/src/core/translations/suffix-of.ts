import { plainLanguage } from './plain-language';

/**
 * The language that a file's name ends in, as it stands there: `en` of `2022-02-17-hello.en`; null for
 * none.
 *
 * @param stem the name without its extension
 * @param languages in their plain form
 */
export const suffixOf = (
  stem: string,
  separator: '.' | '-',
  languages: readonly string[]
): string | null => {
  const [longest] = languages
    .filter((language) => {
      const at = stem.length - language.length - 1;
      return at > 0 && stem[at] === separator && plainLanguage(stem.slice(at + 1)) === language;
    })
    .sort((a, b) => b.length - a.length);
  return longest === undefined ? null : stem.slice(-longest.length);
};
