import * as React from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import type { Answer } from 'strapi-plugin-kit/admin';
import type { ConflictPage, ListedConflict } from '../../../../server/src/panel/conflict-contract';
import { conflictsAddress } from '../../requests/addresses';
import { useExplain } from '../words/useExplain';

interface Conflicts {
  /** Null until they are known. */
  readonly conflicts: readonly ListedConflict[] | null;
  /** How many there are in all, and what is to be sent with one decision for them, as the list began. */
  readonly count: number;
  readonly look: ConflictPage['look'] | null;
  readonly next: number | null;
  readonly error: string | null;
  readonly isLoading: boolean;
}

const NONE: Conflicts = {
  conflicts: null,
  count: 0,
  look: null,
  next: null,
  error: null,
  isLoading: true,
};

/**
 * The conflicts of an archive, a few at a time.
 *
 * @param archive its key; null to ask nothing
 * @param version changes where they are to be read again
 */
export const useConflicts = (archive: string | null, version: string) => {
  const { get } = useFetchClient();
  const explain = useExplain();
  const [state, setState] = React.useState<Conflicts>(NONE);
  const wanted = React.useRef(0);
  const load = React.useCallback(
    async (after: number | null): Promise<void> => {
      if (archive === null) return;
      wanted.current += 1;
      const own = wanted.current;
      setState((last) => ({ ...last, isLoading: true, error: null }));
      try {
        const { data } = await get<Answer<ConflictPage>>(conflictsAddress(archive, after));
        if (wanted.current !== own) return;
        const { conflicts, next, count, look } = data.data;
        setState((last) => ({
          conflicts: after === null ? conflicts : [...(last.conflicts ?? []), ...conflicts],
          count,
          // What came to be after the first page was read was not seen.
          look: after === null ? look : last.look,
          next,
          error: null,
          isLoading: false,
        }));
      } catch (error) {
        if (wanted.current === own) {
          setState((last) => ({ ...last, isLoading: false, error: explain(error) }));
        }
      }
    },
    [get, explain, archive]
  );
  React.useEffect(() => {
    void load(null);
    return () => {
      wanted.current += 1;
    };
  }, [load, version]);
  return { ...state, more: () => void load(state.next), again: () => void load(null) };
};
