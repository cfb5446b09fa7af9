import * as React from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import type { Answer } from 'strapi-plugin-kit/admin';
import type { Conflict } from '../../../../server/src/panel/conflict-contract';
import { conflictAddress } from '../../requests/addresses';
import { statusOf, useExplain } from '../words/useExplain';

interface Asked {
  readonly conflict: Conflict | null;
  readonly error: string | null;
  /** Whether it was there, and is none any more. */
  readonly isGone: boolean;
  readonly isLoading: boolean;
}

const NONE: Asked = { conflict: null, error: null, isGone: false, isLoading: true };

const NOT_FOUND = 404;

/**
 * A conflict, as it was when it was looked at: it is read again only where that is asked for, so that nobody decides
 * about what came after they had looked.
 */
export const useConflict = (archive: string, id: string) => {
  const { get } = useFetchClient();
  const explain = useExplain();
  const [asked, setAsked] = React.useState<Asked>(NONE);
  const [times, setTimes] = React.useState(0);
  React.useEffect(() => {
    let isCurrent = true;
    const load = async (): Promise<void> => {
      setAsked((last) => ({ ...last, isLoading: true, error: null }));
      try {
        const { data } = await get<Answer<Conflict>>(conflictAddress(archive, id));
        if (isCurrent) setAsked({ ...NONE, conflict: data.data, isLoading: false });
      } catch (error) {
        if (!isCurrent) return;
        const isGone = statusOf(error) === NOT_FOUND;
        setAsked((last) => ({
          conflict: last.conflict,
          isLoading: false,
          isGone: isGone && last.conflict !== null,
          error: isGone && last.conflict !== null ? null : explain(error),
        }));
      }
    };
    void load();
    return () => {
      isCurrent = false;
    };
  }, [get, explain, archive, id, times]);
  return { ...asked, again: React.useCallback(() => setTimes((count) => count + 1), []) };
};
