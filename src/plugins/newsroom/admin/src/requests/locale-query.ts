/** The language of a form, as the panel's address has it. */
export interface LocaleQuery {
  readonly plugins?: { readonly i18n?: { readonly locale?: string } };
}

/** Empty for the usual one. */
export const localeOf = (query: LocaleQuery | undefined): string =>
  query?.plugins?.i18n?.locale ?? '';
