import { normaliseLanguage } from './normalise-language';

/**
 * The language at the end of a file's name, as it is written there: `en` of `2022-02-17-hello.en`; null
 * for none.
 *
 * @param stem the name without its extension
 * @param languages normalised
 */
export const languageSuffix = (
  stem: string,
  separator: '.' | '-',
  languages: readonly string[]
): string | null => {
  const [longest] = languages
    .filter((language) => {
      const at = stem.length - language.length - 1;
      return at > 0 && stem[at] === separator && normaliseLanguage(stem.slice(at + 1)) === language;
    })
    .sort((a, b) => b.length - a.length);
  return longest === undefined ? null : stem.slice(-longest.length);
};
