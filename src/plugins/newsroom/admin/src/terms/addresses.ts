import type { TermRelation } from '../../../server/src/panel/contract';

const MANAGER = '/content-manager/collection-types';

/** The list of a type's documents. */
export const listAddress = (uid: string): string => `${MANAGER}/${uid}`;

/** A term that documents are filtered by. */
interface NamedTerm {
  /** The attribute with the names of terms, and the term's own. */
  readonly attribute: string;
  readonly name: string;
}

/** The list of those documents that have a term: by its name, as the list's own filters are, so that it shows them. */
export const documentsAddress = (
  { uid, attribute }: TermRelation,
  { attribute: named, name }: NamedTerm
): string => {
  const filter = `filters[$and][0][${attribute}][${named}][$eq]`;
  return `${MANAGER}/${uid}?page=1&${filter}=${encodeURIComponent(name)}`;
};

/**
 * The form of a document.
 *
 * @param locale null for the usual one
 */
export const formAddress = (
  uid: string,
  documentId: string,
  locale: string | null = null
): string => {
  const query = locale === null ? '' : `?plugins[i18n][locale]=${encodeURIComponent(locale)}`;
  return `${MANAGER}/${uid}/${documentId}${query}`;
};

/** The page with the tree of a type's terms. */
export const treeAddress = (uid: string): string => `/plugins/newsroom/terms/${uid}`;
