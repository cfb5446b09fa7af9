/** A file on its way to the server. */
export interface Sending {
  /** The whole address. */
  readonly address: string;
  readonly file: Blob;
  readonly token: string;
  /** In which the server answers. */
  readonly language: string;
  /** Called with the bytes that have been sent. */
  readonly onProgress: (sent: number) => void;
  /** Ends it early. */
  readonly signal: AbortSignal;
}

/** What has become of it. `lost`: the connection has ended before there was an answer. */
export type Sent =
  | { readonly outcome: 'done'; readonly data: unknown }
  | { readonly outcome: 'refused'; readonly status: number; readonly message: string | null }
  | { readonly outcome: 'lost' }
  | { readonly outcome: 'cancelled' };

interface Body {
  readonly data?: unknown;
  readonly error?: { readonly message?: string };
}

const bodyOf = (text: string): Body => {
  try {
    return JSON.parse(text) as Body;
  } catch {
    return {};
  }
};

const isOk = (status: number): boolean => status >= 200 && status < 300;

/** Sends a file as it is: by `XMLHttpRequest`, since `fetch` does not tell how much has been sent. */
export const uploadFile = (sending: Sending): Promise<Sent> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const cancel = (): void => request.abort();
    const end = (sent: Sent): void => {
      sending.signal.removeEventListener('abort', cancel);
      resolve(sent);
    };
    request.upload.addEventListener('progress', ({ loaded }) => sending.onProgress(loaded));
    request.addEventListener('load', () => {
      const { status } = request;
      const { data, error } = bodyOf(request.responseText);
      if (isOk(status)) end({ outcome: 'done', data });
      else end({ outcome: 'refused', status, message: error?.message ?? null });
    });
    request.addEventListener('error', () => end({ outcome: 'lost' }));
    request.addEventListener('abort', () => end({ outcome: 'cancelled' }));
    sending.signal.addEventListener('abort', cancel);
    request.open('POST', sending.address);
    request.setRequestHeader('Authorization', `Bearer ${sending.token}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Accept-Language', sending.language);
    request.send(sending.file);
  });
