import type { Address } from './address';
import { canonicalAddress } from './canonical-address';

/** A document that is to be seen, and where. */
export interface LivePage {
  readonly slug: string;
  /** Percent-encoded; null for a type whose documents have no page. */
  readonly path: string | null;
}

/** Where an address leads. 200: here it is; 301: it is at `path`; 410: it is no more. */
export interface Resolved {
  readonly contentType: string;
  readonly documentId: string;
  readonly slug: string | null;
  readonly path: string | null;
  readonly status: 200 | 301 | 410;
}

/**
 * Decides where a request goes.
 *
 * 1. A published document whose own path is asked for answers 200: no redirect hides a page.
 * 2. Else the first address whose document is published answers: 301 to its path, or 200 for a
 *    document that has none. A redirect leads to a document, never to another redirect.
 * 3. Else 410, when one of them says that its document was deleted.
 * 4. Else nothing: what was never published is as if it were not there, and so is the slug that a
 *    draft has reserved beside the one that its document is published at.
 *
 * @param requested in canonical form.
 * @param found in order of preference: the exact address before what a pattern reads from it.
 */
export function resolveAddress(
  requested: string,
  found: readonly Address[],
  pageOf: (address: Address) => LivePage | undefined
): Resolved | null {
  let elsewhere: Resolved | null = null;
  for (const address of found) {
    const page = address.state === 'gone' ? undefined : pageOf(address);
    if (page === undefined || wasNeverPublished(address, page)) continue;
    const { slug, path } = page;
    if (path !== null && canonicalAddress(path) === requested) {
      return { ...target(address), slug, path, status: 200 };
    }
    elsewhere ??= { ...target(address), slug, path, status: path === null ? 200 : 301 };
  }
  const gone = found.find((address) => address.state === 'gone');
  return elsewhere ?? (gone ? { ...target(gone), slug: null, path: null, status: 410 } : null);
}

const wasNeverPublished = ({ state, address }: Address, { slug }: LivePage) =>
  state === 'reserved' && address !== slug;

const target = (address: Address) => ({
  contentType: address.targetType,
  documentId: address.targetDocumentId,
});
