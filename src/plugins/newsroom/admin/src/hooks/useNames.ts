import { useEffect, useState } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';

/** Names that are offered at a time. */
const MOST = 20;

/** Asks after nobody has typed for so long, in milliseconds. */
const PAUSE = 300;

interface Answer {
  readonly results: readonly Readonly<Record<string, unknown>>[];
}

/** The first names of a type's documents that have a part in them; none for whoever may not read them. */
export const useNames = (
  type: string,
  attribute: string,
  part: string
): { readonly names: readonly string[]; readonly isLoading: boolean } => {
  const { get } = useFetchClient();
  const [names, setNames] = useState<readonly string[]>([]);
  const [isLoading, setLoading] = useState(true);

  useEffect(() => {
    let isCurrent = true;
    const tell = (found: readonly string[]): void => {
      if (!isCurrent) return;
      setNames(found);
      setLoading(false);
    };
    const ask = async (): Promise<void> => {
      const filters = part === '' ? {} : { filters: { [attribute]: { $containsi: part } } };
      const params = { pageSize: MOST, sort: `${attribute}:asc`, ...filters };
      try {
        const { data } = await get<Answer>(`/content-manager/collection-types/${type}`, { params });
        const found = data.results.map((row) => row[attribute]);
        tell([
          ...new Set(found.filter((name) => typeof name === 'string' && name !== '')),
        ] as string[]);
      } catch {
        tell([]);
      }
    };
    setLoading(true);
    const timer = window.setTimeout(() => void ask(), part === '' ? 0 : PAUSE);
    return () => {
      isCurrent = false;
      window.clearTimeout(timer);
    };
  }, [get, type, attribute, part]);

  return { names, isLoading };
};
