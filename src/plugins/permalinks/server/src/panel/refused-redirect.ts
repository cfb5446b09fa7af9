import { errors } from '@strapi/utils';
import type { DocumentRef } from '../claims/living-documents';
import { canonicalAddress, hasQuery } from '../core/addresses/canonical-address';
import { messages } from '../messages';
import { rowPaths } from '../paths/document-paths';
import type { Permalinks } from '../permalinks';
import { documentAt } from '../resolve/document-at';
import type { ServedType } from '../served-type';
import type { RefusalDetails, RefusalReason } from './contract';

/** A redirect that is not added, and the document that stands against it. */
export interface RefusedRedirect {
  readonly path: string;
  readonly reason: RefusalReason;
  readonly documentId: string | null;
}

/**
 * What stands against a redirect, as far as that can be told before it is claimed; null for nothing.
 * What a redirect cannot keep of a URL is refused, since it would be dropped unseen.
 */
export async function refusalOf(
  permalinks: Permalinks,
  type: ServedType,
  { documentId }: DocumentRef,
  path: string
): Promise<RefusedRedirect | null> {
  const address = canonicalAddress(path);
  if (address === null || path.trim() === '') return { path, reason: 'invalid', documentId: null };
  if (hasQuery(path)) return { path, reason: 'query', documentId: null };
  const pages = await rowPaths(permalinks, type, { published: [documentId] });
  const isOwn = pages.some((page) => page.path !== null && canonicalAddress(page.path) === address);
  if (isOwn) return { path, reason: 'own', documentId };
  const other = await documentAt(permalinks, path, documentId);
  if (other === null) return null;
  return { path, reason: other.isPublished ? 'taken' : 'coming', documentId: other.documentId };
}

/** The error that tells an editor why a redirect to a document is refused. */
export function redirectError(
  { path, reason, documentId }: RefusedRedirect,
  ref: DocumentRef
): errors.ValidationError {
  const isFrontPage = reason === 'reserved' && canonicalAddress(path) === '/';
  const isInAnotherLanguage = reason === 'taken' && documentId === ref.documentId;
  const why = isFrontPage ? 'front-page' : isInAnotherLanguage ? 'language' : reason;
  const details: RefusalDetails = {
    reason,
    documentId,
    ...(isFrontPage ? { isFrontPage } : {}),
  };
  return messages.error(errors.ValidationError, `redirect.${why}`, { path }, details);
}
