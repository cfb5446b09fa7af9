import { PLUGIN_ID } from '../pluginId';
import en from './en.json';
import zhHans from './zh-Hans.json';

const LANGUAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en,
  'zh-Hans': zhHans,
};

/**
 * The texts of the panel in each of the languages asked for, keyed with the plugin's prefix.
 * A language without texts of its own gets none, and the panel falls back to English.
 */
export async function loadTranslations(locales: readonly string[]) {
  return locales.map((locale) => ({
    locale,
    data: Object.fromEntries(
      Object.entries(LANGUAGES[locale] ?? {}).map(([key, text]) => [`${PLUGIN_ID}.${key}`, text])
    ),
  }));
}

/** A text of the panel in a language, or in English where that language has none. */
export function textIn(language: string, key: keyof typeof en): string {
  return LANGUAGES[language]?.[key] ?? en[key];
}
