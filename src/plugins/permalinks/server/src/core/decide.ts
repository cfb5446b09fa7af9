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
 * 1. The first address whose document is published answers: 200 on its own path, else 301 to it.
 *    A redirect leads to a document, never to another redirect.
 * 2. Else 410, when one of them says that its document was deleted.
 * 3. Else nothing: what was never published is as if it were not there.
 *
 * @param requested in canonical form.
 * @param found in order of preference: the exact address before what a pattern reads from it.
 */
export function decide(
  requested: string,
  found: readonly Address[],
  pageOf: (address: Address) => LivePage | undefined
): Resolved | null {
  for (const address of found) {
    const page = address.state === 'gone' ? undefined : pageOf(address);
    if (page === undefined) continue;
    const here = page.path === null || canonicalAddress(page.path) === requested;
    const { slug, path } = page;
    return { ...target(address), slug, path, status: here ? 200 : 301 };
  }
  const gone = found.find((address) => address.state === 'gone');
  return gone ? { ...target(gone), slug: null, path: null, status: 410 } : null;
}

const target = (address: Address) => ({
  contentType: address.targetType,
  documentId: address.targetDocumentId,
});
