/** The languages that plugins speak to editors in, as the admin panel names them. */
export type Language = 'en' | 'zh-Hans';

export const LANGUAGES: readonly Language[] = ['en', 'zh-Hans'];

/** What browsers and clients call them. */
const NAMES: Readonly<Record<string, Language>> = {
  en: 'en',
  'zh-Hans': 'zh-Hans',
  'zh-CN': 'zh-Hans',
  'zh-SG': 'zh-Hans',
  zh: 'zh-Hans',
};

/** The names to ask for in a request's `Accept-Language`. */
export const NAMES_OF_LANGUAGES: readonly string[] = Object.keys(NAMES);

/** The language of a name; English for all that is not known. */
export const languageNamed = (name: unknown): Language =>
  (typeof name === 'string' ? NAMES[name] : undefined) ?? 'en';
