import * as React from 'react';
import { useAuth, useFetchClient } from '@strapi/strapi/admin';
import { serverAddress } from 'strapi-plugin-kit/admin';
import type { ListedArchive } from '../../../../server/src/panel/contract';
import { ARCHIVES, uploadAddress } from '../../requests/addresses';
import { type Sent, uploadFile } from '../../requests/upload-file';
import { useExplain } from '../words/useExplain';
import { useSay } from '../words/useSay';

/** What has become of an upload. */
export interface UploadState {
  /** The file that is sent; null for none. */
  readonly file: File | null;
  /** Bytes that have been sent. */
  readonly sent: number;
  /** Why it has failed. */
  readonly error: string | null;
  /** The archive that it has become. */
  readonly added: ListedArchive | null;
}

const IDLE: UploadState = { file: null, sent: 0, error: null, added: null };

const UNAUTHORIZED = 401;

/** Uploads an archive's file, one at a time. */
export const useUpload = () => {
  const { get } = useFetchClient();
  const explain = useExplain();
  const say = useSay();
  const token = React.useRef<string | null>(null);
  token.current = useAuth('Upload', (auth) => auth.token);
  const [state, setState] = React.useState<UploadState>(IDLE);
  const sending = React.useRef<AbortController | null>(null);
  const cancel = (): void => sending.current?.abort();
  React.useEffect(() => cancel, []);

  const messageOf = (sent: Exclude<Sent, { readonly outcome: 'done' }>): string | null => {
    if (sent.outcome === 'cancelled') return null;
    if (sent.outcome === 'lost') return say('upload.lost');
    return sent.status === UNAUTHORIZED
      ? say('failed.session')
      : (sent.message ?? say('upload.lost'));
  };

  /** @param archive whose files it replaces; null for a new archive */
  const start = async (file: File, archive: string | null): Promise<void> => {
    const controller = new AbortController();
    sending.current = controller;
    setState({ ...IDLE, file });
    try {
      // A token that has expired is renewed by this: an upload cannot be begun anew in the middle.
      await get(ARCHIVES);
    } catch (error) {
      setState({ ...IDLE, error: explain(error) });
      return;
    }
    if (controller.signal.aborted) {
      setState(IDLE);
      return;
    }
    const sent = await uploadFile({
      address: `${serverAddress()}${uploadAddress(file.name, archive)}`,
      file,
      token: token.current ?? '',
      language: document.documentElement.lang || 'en',
      onProgress: (bytes) => setState({ ...IDLE, file, sent: bytes }),
      signal: controller.signal,
    });
    if (sent.outcome === 'done') setState({ ...IDLE, added: sent.data as ListedArchive });
    else setState({ ...IDLE, error: messageOf(sent) });
  };
  return { ...state, start, cancel, fail: (error: string) => setState({ ...IDLE, error }) };
};

export type Upload = ReturnType<typeof useUpload>;
