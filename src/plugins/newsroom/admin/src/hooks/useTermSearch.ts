import * as React from 'react';
import { useFetchClient } from '@strapi/strapi/admin';

/** A term that can be chosen. */
export interface FoundTerm {
  readonly documentId: string;
  readonly name: string;
}

interface Page {
  readonly results: readonly Readonly<Record<string, unknown>>[];
}

/** Asks after nobody has typed for so long, in milliseconds. */
const PAUSE = 250;

/** Terms whose names have a text in them, as the content manager finds them; null as long as it has not said. */
export const useTermSearch = (
  uid: string,
  name: string,
  text: string
): readonly FoundTerm[] | null => {
  const { get } = useFetchClient();
  const [found, setFound] = React.useState<readonly FoundTerm[] | null>(null);
  React.useEffect(() => {
    let isCurrent = true;
    const ask = async (): Promise<void> => {
      const filters = text === '' ? {} : { filters: { [name]: { $containsi: text } } };
      const params = { page: 1, pageSize: 20, sort: `${name}:ASC`, ...filters };
      try {
        const { data } = await get<Page>(`/content-manager/collection-types/${uid}`, { params });
        const terms = data.results.map((term) => ({
          documentId: String(term['documentId']),
          name: String(term[name]),
        }));
        if (isCurrent) setFound(terms);
      } catch {
        if (isCurrent) setFound([]);
      }
    };
    const timer = setTimeout(() => void ask(), PAUSE);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [get, uid, name, text]);
  return found;
};
