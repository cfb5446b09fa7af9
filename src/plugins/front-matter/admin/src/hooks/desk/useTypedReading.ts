import * as React from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import type { Answer } from 'strapi-plugin-kit/admin';
import type { DeskReading } from '../../../../server/src/panel/desk-contract';
import { readingAddress } from '../../requests/addresses';
import { useExplain } from '../words/useExplain';

/** Milliseconds without a keystroke after which a text is read. */
const PAUSE = 500;

/** What comes of a text. */
interface TypedReading {
  /** Of which text. */
  readonly text: string;
  readonly reading: DeskReading;
}

/**
 * What would become of a file as one types. An answer that comes after a later question is dropped.
 *
 * @param first what is known from the beginning
 */
export const useTypedReading = (
  archive: string,
  path: string,
  text: string,
  first: TypedReading
) => {
  const { post } = useFetchClient();
  const explain = useExplain();
  const [last, setLast] = React.useState(first);
  const [error, setError] = React.useState<string | null>(null);
  const isCurrent = last.text === text;

  React.useEffect(() => {
    setError(null);
    if (isCurrent) return undefined;
    let isWanted = true;
    const read = async (): Promise<void> => {
      try {
        const { data } = await post<Answer<DeskReading>>(readingAddress(archive), { path, text });
        if (isWanted) setLast({ text, reading: data.data });
      } catch (failure) {
        if (isWanted) setError(explain(failure));
      }
    };
    const timer = window.setTimeout(() => void read(), PAUSE);
    return () => {
      isWanted = false;
      window.clearTimeout(timer);
    };
  }, [post, explain, archive, path, text, isCurrent]);

  return { reading: last.reading, isCurrent, error };
};
