import * as React from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import type { Answer } from 'strapi-plugin-kit/admin';
import { statusOf, useExplain } from './words/useExplain';

/** What the server has answered last. */
export interface Polled<Data> {
  /** Null until there is an answer. It stays while the server is asked again. */
  readonly data: Data | null;
  /** Why there is no answer. */
  readonly error: string | null;
  /** Whether what is there may be old: the server could not be reached, and is asked again. */
  readonly isLost: boolean;
  /** Asks now. */
  readonly ask: () => void;
  /** Takes what another request has answered. */
  readonly take: (data: Data) => void;
}

type Known<Data> = Omit<Polled<Data>, 'ask' | 'take'> & { readonly address: string | null };

const NOTHING = { address: null, data: null, error: null, isLost: false };

/** Milliseconds from an answer to the next request while something changes, and after one that has failed. */
const PAUSE = 1_500;
const PAUSE_AFTER_FAILURE = 3_000;

const SERVER_FAULT = 500;

/** Whether the same request may well be answered in a moment: while a server starts anew, for instance. */
const mayPass = (error: unknown): boolean => {
  const status = statusOf(error);
  return status === null || status >= SERVER_FAULT;
};

/**
 * Asks the server, and again as long as something changes or the server is at fault; and when the
 * page is looked at again.
 *
 * @param address null to ask nothing
 * @param isChanging whether there will soon be another answer
 */
export const usePolled = <Data>(
  address: string | null,
  isChanging: (data: Data) => boolean
): Polled<Data> => {
  const { get } = useFetchClient();
  const explain = useExplain();
  const [known, setKnown] = React.useState<Known<Data>>(NOTHING);
  const [asks, setAsks] = React.useState(0);
  const ask = React.useCallback(() => setAsks((count) => count + 1), []);
  const take = React.useCallback((data: Data) => {
    setKnown((last) => ({ ...last, data }));
  }, []);
  const latest = React.useRef({ isChanging, explain, hasData: false });
  latest.current = { isChanging, explain, hasData: known.data !== null };

  React.useEffect(() => {
    const onSeen = (): void => {
      if (document.visibilityState === 'visible') ask();
    };
    document.addEventListener('visibilitychange', onSeen);
    return () => document.removeEventListener('visibilitychange', onSeen);
  }, [ask]);

  React.useEffect(() => {
    let isCurrent = true;
    let timer: number | undefined;
    const request = async (wanted: string): Promise<void> => {
      let pause: number | null;
      try {
        const { data } = await get<Answer<Data>>(wanted);
        if (!isCurrent) return;
        setKnown({ ...NOTHING, address, data: data.data });
        pause = latest.current.isChanging(data.data) ? PAUSE : null;
      } catch (error) {
        if (!isCurrent) return;
        const message = latest.current.explain(error);
        const isLost = mayPass(error) && latest.current.hasData;
        setKnown((last) =>
          isLost ? { ...last, isLost } : { ...NOTHING, address, error: message }
        );
        pause = mayPass(error) ? PAUSE_AFTER_FAILURE : null;
      }
      if (pause !== null) timer = window.setTimeout(() => void request(wanted), pause);
    };
    setKnown((last) => (last.address === address ? last : NOTHING));
    if (address !== null) void request(address);
    return () => {
      isCurrent = false;
      window.clearTimeout(timer);
    };
  }, [get, address, asks]);

  return { data: known.data, error: known.error, isLost: known.isLost, ask, take };
};
