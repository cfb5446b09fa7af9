import * as React from 'react';
import { type FetchError, useAPIErrorHandler, useFetchClient } from '@strapi/strapi/admin';
import type { Answer } from './answer';

/** What the server has answered, or why it has not; neither as long as it is asked. */
export interface Asked<Data> {
  readonly data: Data | null;
  readonly error: string | null;
  /** Whether it has refused to answer this editor. */
  readonly isForbidden: boolean;
}

const NOTHING = { data: null, error: null, isForbidden: false };

const FORBIDDEN = 403;

/** Asks the server once for each address. */
export const useAnswer = <Data>(address: string): Asked<Data> => {
  const { get } = useFetchClient();
  const { formatAPIError } = useAPIErrorHandler();
  const [asked, setAsked] = React.useState<Asked<Data>>(NOTHING);
  const explain = React.useRef(formatAPIError);
  explain.current = formatAPIError;
  React.useEffect(() => {
    let isCurrent = true;
    const ask = async (): Promise<void> => {
      try {
        const { data } = await get<Answer<Data>>(address);
        if (isCurrent) setAsked({ ...NOTHING, data: data.data });
      } catch (error) {
        const failed = error as FetchError;
        const isForbidden = failed.status === FORBIDDEN;
        if (isCurrent) setAsked({ data: null, error: explain.current(failed), isForbidden });
      }
    };
    setAsked(NOTHING);
    void ask();
    return () => {
      isCurrent = false;
    };
  }, [get, address]);
  return asked;
};
