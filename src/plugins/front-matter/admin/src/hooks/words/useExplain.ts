import * as React from 'react';
import { type FetchError, isFetchError, useAPIErrorHandler } from '@strapi/strapi/admin';
import { useSay } from './useSay';

const UNAUTHORIZED = 401;

/** The status of an answer that was an error; null where there was no answer. */
export const statusOf = (error: unknown): number | null =>
  isFetchError(error) ? ((error as FetchError).status ?? null) : null;

/** Says why a request has failed. */
export const useExplain = (): ((error: unknown) => string) => {
  const { formatAPIError } = useAPIErrorHandler();
  const say = useSay();
  return React.useCallback(
    (error) => {
      const status = statusOf(error);
      if (status === null) return say('failed.no-answer');
      if (status === UNAUTHORIZED) return say('failed.session');
      return formatAPIError(error as FetchError);
    },
    [formatAPIError, say]
  );
};
