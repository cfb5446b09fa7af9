import * as React from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import type { Answer } from 'strapi-plugin-kit/admin';
import type { ListedRun, RunPage } from '../../../server/src/panel/run-contract';
import { runsAddress } from '../requests/addresses';
import { mergeRuns } from '../runs/merge-runs';
import { useExplain } from './words/useExplain';

interface Runs {
  /** Null until they are known. */
  readonly runs: readonly ListedRun[] | null;
  readonly next: number | null;
  readonly error: string | null;
  readonly isLoading: boolean;
}

const NONE: Runs = { runs: null, next: null, error: null, isLoading: true };

/**
 * The history of runs, the newest first.
 *
 * @param version changes where the newest are to be read again
 */
export const useRuns = (version: string) => {
  const { get } = useFetchClient();
  const explain = useExplain();
  const [state, setState] = React.useState<Runs>(NONE);
  const load = React.useCallback(
    async (before: number | null, isCurrent: () => boolean): Promise<void> => {
      setState((last) => ({ ...last, isLoading: true, error: null }));
      try {
        const { runs, next } = (await get<Answer<RunPage>>(runsAddress(before))).data.data;
        if (!isCurrent()) return;
        setState((last) => ({
          ...NONE,
          runs: mergeRuns(last.runs ?? [], runs),
          // The newest are read again: where the oldest begin is known already.
          next: before === null && last.runs !== null ? last.next : next,
          isLoading: false,
        }));
      } catch (error) {
        if (isCurrent()) setState((last) => ({ ...last, isLoading: false, error: explain(error) }));
      }
    },
    [get, explain]
  );
  React.useEffect(() => {
    let isCurrent = true;
    void load(null, () => isCurrent);
    return () => {
      isCurrent = false;
    };
  }, [load, version]);
  return { ...state, more: () => void load(state.next, () => true) };
};
