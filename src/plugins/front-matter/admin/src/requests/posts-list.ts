/** The content manager's list of the documents that posts become. */
export const postsList = (contentType: string): string =>
  `/content-manager/collection-types/${contentType}`;
