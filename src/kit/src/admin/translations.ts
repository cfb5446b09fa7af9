type Texts<Key extends string> = Readonly<Record<Key, string>>;

/** The texts of a plugin's panel. */
export interface Translations<Key extends string> {
  /**
   * The texts in each of the languages asked for, keyed with the plugin's prefix: what a plugin's
   * `registerTrads` answers. A language without texts of its own gets none, and the panel falls back
   * to English.
   */
  load(locales: readonly string[]): Promise<{ locale: string; data: Record<string, string> }[]>;
  /** A text in a language, or in English where that language has none. */
  textIn(language: string, key: Key): string;
}

/**
 * Gathers the texts of a plugin's panel.
 *
 * @param languages texts by language and key, English among them; other languages may miss some
 */
export const createTranslations = <Key extends string>(
  pluginId: string,
  languages: { readonly en: Texts<Key> } & Readonly<Record<string, Partial<Texts<Key>>>>
): Translations<Key> => {
  const textsOf = (language: string): Partial<Texts<Key>> => languages[language] ?? {};
  return {
    async load(locales) {
      return locales.map((locale) => ({
        locale,
        data: Object.fromEntries(
          Object.entries<string | undefined>(textsOf(locale)).flatMap(([key, text]) =>
            text === undefined ? [] : [[`${pluginId}.${key}`, text]]
          )
        ),
      }));
    },
    textIn: (language, key) => textsOf(language)[key] ?? languages.en[key],
  };
};
