/** The language of a form, as the panel's address has it. */
export interface LocaleQuery {
  readonly plugins?: { readonly i18n?: { readonly locale?: string } };
}

/** Empty for the usual one. */
export const localeOf = (query: LocaleQuery | undefined): string =>
  query?.plugins?.i18n?.locale ?? '';

/**
 * What the content manager's form asks the server with for its document: the query of the panel's address, with what
 * plugins have put there beside the rest. Who asks with the same shares its answer.
 */
export const documentParams = (query: object | undefined): Readonly<Record<string, unknown>> => {
  const { plugins, ...own } = { ...query } as Readonly<Record<string, unknown>>;
  const ofPlugins = Object.values((plugins ?? {}) as object).filter(
    (value) => typeof value === 'object' && value !== null
  ) as readonly object[];
  return Object.assign({}, own, ...ofPlugins) as Readonly<Record<string, unknown>>;
};
