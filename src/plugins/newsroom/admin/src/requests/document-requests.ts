/** What a request of the panel's does with a document. */
type Deed = 'read' | 'save' | 'discard';

/** A request of the panel's about the form of one document. */
export interface DocumentRequest {
  /** Names the document among all; a new one of a type by that alone. */
  readonly document: string;
  /** Names it in one language. */
  readonly key: string;
  readonly deed: Deed;
  /** Whether the document is not there yet. */
  readonly isNew: boolean;
}

const DOCUMENT =
  /\/content-manager\/collection-types\/(?<uid>[^/?]+)(?:\/(?<id>[^/?]{8,}))?(?:\/actions\/(?<action>publish|discard|unpublish))?$/u;

/** Names a document among all: without an id, a new one of a type. */
export const nameOf = (uid: string, documentId = ''): string => `${uid} ${documentId}`;

/** Names a document in one language, as addresses have it: empty for the usual one. */
export const keyOf = (document: string, locale: string): string => `${document} ${locale}`;

/** By method and action; what is left out is about no form, as lists. */
const DEEDS: Readonly<Record<string, Deed>> = {
  'GET one': 'read',
  'PUT one': 'save',
  'POST new': 'save',
  'POST one publish': 'save',
  'POST new publish': 'save',
  'POST one discard': 'discard',
};

/** Whether the draft is to become what was published, and all that was typed is to go. */
const DISCARDS = /"discardDraft":\s*true/u;

/** What a request of the panel's is about; null for all that is not about the form of one document. */
export const documentRequest = (
  method: string,
  address: string,
  body: unknown
): DocumentRequest | null => {
  const url = new URL(address, window.location.href);
  const { uid, id, action } = DOCUMENT.exec(url.pathname)?.groups ?? {};
  if (uid === undefined || url.searchParams.get('status') === 'published') return null;
  const isDiscarded = action === 'unpublish' && typeof body === 'string' && DISCARDS.test(body);
  const words = [method, id === undefined ? 'new' : 'one', isDiscarded ? 'discard' : action];
  const deed = DEEDS[words.filter((word) => word !== undefined).join(' ')];
  if (deed === undefined) return null;
  const document = nameOf(decodeURIComponent(uid), id);
  const key = keyOf(document, url.searchParams.get('locale') ?? '');
  return { document, key, deed, isNew: id === undefined };
};
