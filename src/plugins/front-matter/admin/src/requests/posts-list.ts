/** The content manager's list of the documents that posts become. */
export const postsList = (contentType: string): string =>
  `/content-manager/collection-types/${contentType}`;

/** The content manager's form of one of them. */
export const postPage = (
  contentType: string,
  documentId: string,
  locale: string | null
): string => {
  const query = locale === null ? '' : `?plugins[i18n][locale]=${encodeURIComponent(locale)}`;
  return `${postsList(contentType)}/${encodeURIComponent(documentId)}${query}`;
};
