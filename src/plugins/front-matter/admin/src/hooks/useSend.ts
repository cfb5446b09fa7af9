import * as React from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import type { Answer } from 'strapi-plugin-kit/admin';
import { useExplain } from './words/useExplain';

type Method = 'post' | 'put' | 'del';

/** Has the server do something, and says why it did not. */
export const useSend = () => {
  const client = useFetchClient();
  const explain = useExplain();
  const [state, setState] = React.useState<{ isSending: boolean; error: string | null }>({
    isSending: false,
    error: null,
  });
  /** Answers null where it has failed. */
  const send = async <Data>(
    method: Method,
    address: string,
    body: object = {}
  ): Promise<Answer<Data> | null> => {
    setState({ isSending: true, error: null });
    try {
      const { data } =
        method === 'del'
          ? await client.del<Answer<Data>>(address)
          : await client[method]<Answer<Data>>(address, body);
      setState({ isSending: false, error: null });
      return data;
    } catch (error) {
      setState({ isSending: false, error: explain(error) });
      return null;
    }
  };
  return { ...state, send };
};
