import * as React from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import type { Answer } from 'strapi-plugin-kit/admin';
import type { UnreadFile, UnreadPage } from '../../../../server/src/panel/desk-contract';
import { unreadAddress } from '../../requests/addresses';
import { useExplain } from '../words/useExplain';

interface Unread {
  /** Null until they are known. */
  readonly files: readonly UnreadFile[] | null;
  readonly task: UnreadPage['task'];
  readonly next: string | null;
  readonly error: string | null;
  readonly isLoading: boolean;
}

const NONE: Unread = { files: null, task: null, next: null, error: null, isLoading: true };

/** As many requests for one page: each looks through a part of a long report. */
const MOST_REQUESTS = 20;

/** Files of an archive that could not be read, a few at a time. */
export const useUnread = (archive: string) => {
  const { get } = useFetchClient();
  const explain = useExplain();
  const [known, setKnown] = React.useState<Unread>(NONE);
  const wanted = React.useRef(0);

  /** Answers the files that have come; null where none have. */
  const load = React.useCallback(
    async (after: string | null): Promise<readonly UnreadFile[] | null> => {
      wanted.current += 1;
      const own = wanted.current;
      setKnown((last) => ({ ...last, isLoading: true, error: null }));
      try {
        let page: UnreadPage = { files: [], next: after, task: null };
        for (let asked = 0; asked < MOST_REQUESTS; asked += 1) {
          page = (await get<Answer<UnreadPage>>(unreadAddress(archive, page.next))).data.data;
          if (page.files.length > 0 || page.next === null) break;
        }
        if (wanted.current !== own) return null;
        const { files, next, task } = page;
        setKnown((last) => ({
          files: after === null ? files : [...(last.files ?? []), ...files],
          ...{ task, next, error: null, isLoading: false },
        }));
        return files;
      } catch (error) {
        if (wanted.current === own)
          setKnown((last) => ({ ...last, isLoading: false, error: explain(error) }));
        return null;
      }
    },
    [get, explain, archive]
  );
  React.useEffect(() => {
    void load(null);
    return () => {
      wanted.current += 1;
    };
  }, [load]);

  return { ...known, more: () => load(known.next), again: () => load(null) };
};
