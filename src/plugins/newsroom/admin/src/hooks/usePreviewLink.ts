import * as React from 'react';
import {
  type FetchError,
  useAPIErrorHandler,
  useClipboard,
  useFetchClient,
} from '@strapi/strapi/admin';
import type { Answer } from 'strapi-plugin-kit/admin';
import type { MadeLink, PreviewRequest } from '../../../server/src/panel/contract';
import { PLUGIN_ID } from '../plugin-id';
import { wholeAddress } from '../requests/whole-address';

/** Which version of a document a link is to show. */
export interface LinkedVersion {
  readonly model: string;
  readonly documentId: string;
  /** Empty for the usual one. */
  readonly locale: string;
  readonly status: 'draft' | 'published';
}

/** A link that was made. */
interface CopiedLink {
  readonly url: string;
  readonly endsAt: string;
  /** Whether it is in the clipboard: browsers refuse it on pages without https, and where somebody has forbidden it. */
  readonly isCopied: boolean;
}

/** Makes links to a version of a document, and copies them. */
export const usePreviewLink = ({ model, documentId, locale, status }: LinkedVersion) => {
  const { post } = useFetchClient();
  const { formatAPIError } = useAPIErrorHandler();
  const { copy } = useClipboard();
  const [isAsking, setIsAsking] = React.useState(false);
  const [link, setLink] = React.useState<CopiedLink | null>(null);
  const [error, setError] = React.useState<string | null>(null);

  const make = async (): Promise<void> => {
    setIsAsking(true);
    setLink(null);
    setError(null);
    const request: PreviewRequest = { locale: locale === '' ? null : locale, status };
    try {
      const address = `/${PLUGIN_ID}/previews/${model}/${documentId}`;
      const { data } = await post<Answer<MadeLink>>(address, request);
      const { endsAt } = data.data;
      const url = wholeAddress(data.data.url);
      setLink({ url, endsAt, isCopied: await copy(url) });
    } catch (failed) {
      setError(formatAPIError(failed as FetchError));
    } finally {
      setIsAsking(false);
    }
  };
  return { link, error, isAsking, make };
};
