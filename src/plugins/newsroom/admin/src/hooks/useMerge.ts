import * as React from 'react';
import { type FetchError, useAPIErrorHandler, useFetchClient } from '@strapi/strapi/admin';
import type { Answer } from 'strapi-plugin-kit/admin';
import type { MergeProgress, MergeRequest } from '../../../server/src/panel/contract';
import { PLUGIN_ID } from '../plugin-id';

/** What a merge has come to. */
export interface MergeState {
  readonly state: 'idle' | 'running' | 'stopped' | 'done' | 'failed';
  readonly moved: number;
  readonly message: string | null;
}

const IDLE: MergeState = { state: 'idle', moved: 0, message: null };

/** Merges a term into another, a request after the other, until it is done or stopped. */
export const useMerge = (uid: string, documentId: string) => {
  const { post } = useFetchClient();
  const { formatAPIError } = useAPIErrorHandler();
  const [merge, setMerge] = React.useState<MergeState>(IDLE);
  const isStopped = React.useRef(false);
  const stop = (): void => {
    isStopped.current = true;
  };
  React.useEffect(() => stop, []);

  const start = async (into: string): Promise<void> => {
    isStopped.current = false;
    const request: MergeRequest = { into };
    let { moved } = merge;
    setMerge({ state: 'running', moved, message: null });
    try {
      for (;;) {
        const { data } = await post<Answer<MergeProgress>>(
          `/${PLUGIN_ID}/terms/${uid}/${documentId}/merge`,
          request
        );
        moved += data.data.moved;
        const state = data.data.isDone ? 'done' : isStopped.current ? 'stopped' : 'running';
        setMerge({ state, moved, message: null });
        if (state !== 'running') return;
      }
    } catch (error) {
      setMerge({ state: 'failed', moved, message: formatAPIError(error as FetchError) });
    }
  };
  return { merge, start, stop };
};
