import * as React from 'react';
import { useAPIErrorHandler, useFetchClient, useNotification } from '@strapi/strapi/admin';
import type {
  AddressesAnswer,
  RedirectRequest,
  ShownAddress,
} from '../../../server/src/panel/contract';
import { PLUGIN_ID } from '../plugin-id';
import { useRefusal } from './useRefusal';

/** A document's addresses, and what can be done with its redirects. */
export interface Addresses {
  readonly list: readonly ShownAddress[];
  /** Null until it is known. */
  readonly mayRedirect: boolean | null;
  /** Answers with what is said against it; null when it was added. */
  add(path: string): Promise<string | null>;
  /** True when it was removed. */
  remove(key: string): Promise<boolean>;
}

type ApiError = Parameters<ReturnType<typeof useAPIErrorHandler>['formatAPIError']>[0];

/**
 * Reads a document's addresses, again whenever it has been saved or published.
 *
 * @param version changes with every save.
 */
export function useAddresses(
  contentType: string,
  documentId: string,
  locale: string | null,
  version: string
): Addresses {
  const { get, post, del } = useFetchClient();
  const { toggleNotification } = useNotification();
  const { formatAPIError } = useAPIErrorHandler();
  const [list, setList] = React.useState<readonly ShownAddress[]>([]);
  const [mayRedirect, setMayRedirect] = React.useState<boolean | null>(null);
  const url = `/${PLUGIN_ID}/addresses/${contentType}/${documentId}`;
  const params = locale === null ? {} : { locale };
  const options = React.useRef({ params });
  options.current = { params };

  React.useEffect(() => {
    let current = true;
    get<AddressesAnswer>(url, options.current).then(
      ({ data }) => {
        if (!current) return;
        setList(data.data);
        setMayRedirect(data.meta?.mayRedirect ?? null);
      },
      () => {
        if (current) setList([]);
      }
    );
    return () => {
      current = false;
    };
  }, [get, url, locale, version]);

  const refusalIn = useRefusal(documentId);
  const messageOf = (error: unknown, path: string) =>
    refusalIn(error, path) ?? formatAPIError(error as ApiError);

  return {
    list,
    mayRedirect,
    async add(path) {
      const request: RedirectRequest = { path };
      try {
        setList((await post<AddressesAnswer>(url, request, options.current)).data.data);
        return null;
      } catch (error) {
        return messageOf(error, path);
      }
    },
    async remove(key) {
      try {
        setList((await del<AddressesAnswer>(`${url}/${key}`, options.current)).data.data);
        return true;
      } catch (error) {
        toggleNotification({ type: 'danger', message: formatAPIError(error as ApiError) });
        return false;
      }
    },
  };
}
