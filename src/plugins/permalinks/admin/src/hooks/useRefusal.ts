import { isFetchError } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import type { RefusalDetails, RefusalReason } from '../../../server/src/panel/contract';
import { PLUGIN_ID } from '../plugin-id';

const WORDS = {
  own: 'Visitors find this document at "{path}" now: a redirect from there would never be followed.',
  query:
    '"{path}" has a query or a fragment, and redirects go by the path alone. Leave out what begins with "?" or "#".',
  taken: '"{path}" leads to another document already.',
  language: '"{path}" leads to this document in another language already.',
  coming: '"{path}" is where another document will be once it is published.',
  reserved: '"{path}" is reserved: the server itself answers there, or at an address above it.',
  'front-page': '"{path}" is the front page of the site: no redirect can begin there.',
  invalid: '"{path}" is not an address.',
} as const satisfies Record<RefusalReason | 'language' | 'front-page', string>;

/** Tells in the panel's language why a redirect to a document was refused; null for other errors. */
export function useRefusal(documentId: string): (error: unknown, path: string) => string | null {
  const { formatMessage } = useIntl();
  return (error, path) => {
    const details = isFetchError(error) ? detailsOf(error.response?.data) : null;
    if (details === null) return null;
    const key = keyOf(details, documentId);
    return formatMessage(
      { id: `${PLUGIN_ID}.panel.refused.${key}`, defaultMessage: WORDS[key] },
      { path }
    );
  };
}

function keyOf(details: RefusalDetails, documentId: string): keyof typeof WORDS {
  if (details.isFrontPage === true) return 'front-page';
  if (details.reason === 'taken' && details.documentId === documentId) return 'language';
  return details.reason;
}

function detailsOf(data: unknown): RefusalDetails | null {
  const { details } =
    (data as { error?: { details?: Partial<RefusalDetails> } } | undefined)?.error ?? {};
  return details?.reason !== undefined && details.reason in WORDS
    ? { documentId: null, ...details, reason: details.reason }
    : null;
}
