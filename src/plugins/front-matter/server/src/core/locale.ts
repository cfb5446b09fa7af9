/** A content type in one of its locales. */
export interface Localised {
  /** Null where the type is not localised. */
  readonly locale: string | null;
  /** The locale of documents that name none, which were written before the type was localised. */
  readonly unnamed: string;
}

/** The locale of a row, an address or a record, by the locale that it names. */
export const localeIn = ({ locale, unnamed }: Localised, said: string | null): string | null =>
  locale === null ? null : (said ?? unnamed);

/** Whether a row, an address or a record belongs to the locale of a type. */
export const isInLocale = (type: Localised, said: string | null): boolean =>
  localeIn(type, said) === type.locale;

/** The name of a document in one of its locales. */
export const documentInLocale = (documentId: string, locale: string | null): string =>
  `${documentId} ${locale ?? ''}`;

/**
 * The name of a document in one of its locales: its id alone where the type is not localised, whose
 * rows may have a locale all the same.
 *
 * @param said the locale of a row, an address or a record; null or empty for nothing
 */
export const nameIn = (type: Localised, documentId: string, said: string | null): string => {
  const locale = localeIn(type, said === '' ? null : said);
  return locale === null ? documentId : documentInLocale(documentId, locale);
};
