import * as React from 'react';
import { useAPIErrorHandler, useFetchClient, useNotification } from '@strapi/strapi/admin';
import type { Answer, ShownAddress } from '../api/answers';
import { PLUGIN_ID } from '../pluginId';

/** A document's addresses, and what can be done with its redirects. */
export interface Addresses {
  readonly list: readonly ShownAddress[];
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
  const url = `/${PLUGIN_ID}/addresses/${contentType}/${documentId}`;
  const params = locale === null ? {} : { locale };
  const options = React.useRef({ params });
  options.current = { params };

  React.useEffect(() => {
    let current = true;
    get<Answer<ShownAddress[]>>(url, options.current).then(
      ({ data }) => {
        if (current) setList(data.data);
      },
      () => {
        if (current) setList([]);
      }
    );
    return () => {
      current = false;
    };
  }, [get, url, locale, version]);

  const change = async (work: () => Promise<{ data: Answer<ShownAddress[]> }>) => {
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
    add: (path) => change(() => post<Answer<ShownAddress[]>>(url, { path }, options.current)),
    remove: (key) => change(() => del<Answer<ShownAddress[]>>(`${url}/${key}`, options.current)),
  };
}
