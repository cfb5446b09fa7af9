import * as React from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import { saveBlob } from '../requests/save-blob';
import { useExplain } from './words/useExplain';

/** Saves as a file what the server answers. */
export const useDownload = () => {
  const { get } = useFetchClient();
  const explain = useExplain();
  const [state, setState] = React.useState<{ isLoading: boolean; error: string | null }>({
    isLoading: false,
    error: null,
  });
  const download = async (address: string, name: string): Promise<void> => {
    setState({ isLoading: true, error: null });
    try {
      const { data } = await get(address, { responseType: 'blob' });
      saveBlob(data, name);
      setState({ isLoading: false, error: null });
    } catch (error) {
      setState({ isLoading: false, error: explain(error) });
    }
  };
  return { ...state, download };
};
