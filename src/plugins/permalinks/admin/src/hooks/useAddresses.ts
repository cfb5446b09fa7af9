import * as React from 'react';
import { useAPIErrorHandler, useFetchClient, useNotification } from '@strapi/strapi/admin';
import type {
  AddressesAnswer,
  RedirectRequest,
  ShownAddress,
} from '../../../server/src/panel/contract';
import { PLUGIN_ID } from '../plugin-id';

/** A document's addresses, and what can be done with its redirects. */
export interface Addresses {
  readonly list: readonly ShownAddress[];
  /** Null until it is known. */
  readonly mayRedirect: boolean | null;
  /** True when it was added. */
  add(path: string): Promise<boolean>;
  remove(key: string): Promise<boolean>;
}

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

  const change = async (work: () => Promise<{ data: AddressesAnswer }>) => {
    try {
      setList((await work()).data.data);
      return true;
    } catch (error) {
      const message = formatAPIError(error as Parameters<typeof formatAPIError>[0]);
      toggleNotification({ type: 'danger', message });
      return false;
    }
  };

  return {
    list,
    mayRedirect,
    add: (path) => {
      const request: RedirectRequest = { path };
      return change(() => post<AddressesAnswer>(url, request, options.current));
    },
    remove: (key) => change(() => del<AddressesAnswer>(`${url}/${key}`, options.current)),
  };
}
