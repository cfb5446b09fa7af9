import * as React from 'react';
import { type FetchError, useAPIErrorHandler, useFetchClient } from '@strapi/strapi/admin';
import type { Answer } from 'strapi-plugin-kit/admin';
import type { BulkDeed, BulkOutcome, BulkRequest } from '../../../server/src/panel/contract';
import { PLUGIN_ID } from '../plugin-id';

/** What has become of some documents. */
export interface BulkState {
  readonly isRunning: boolean;
  /** Null as long as nothing was done. */
  readonly outcomes: readonly BulkOutcome[] | null;
  readonly error: string | null;
}

/** Does some things to documents, one after the other. */
export const useBulk = (uid: string) => {
  const { post } = useFetchClient();
  const { formatAPIError } = useAPIErrorHandler();
  const [state, setState] = React.useState<BulkState>({
    isRunning: false,
    outcomes: null,
    error: null,
  });
  const run = async (
    documentIds: readonly string[],
    locale: string,
    deeds: readonly BulkDeed[]
  ): Promise<void> => {
    setState({ isRunning: true, outcomes: null, error: null });
    const outcomes: BulkOutcome[] = [];
    try {
      for (const deed of deeds) {
        const request: BulkRequest = { documentIds, locale, deed };
        const { data } = await post<Answer<readonly BulkOutcome[]>>(
          `/${PLUGIN_ID}/documents/${uid}`,
          request
        );
        outcomes.push(...data.data);
      }
      setState({ isRunning: false, outcomes, error: null });
    } catch (error) {
      const message = formatAPIError(error as FetchError);
      setState({
        isRunning: false,
        outcomes: outcomes.length === 0 ? null : outcomes,
        error: message,
      });
    }
  };
  return { ...state, run };
};
