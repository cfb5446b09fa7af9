import type { Sent } from './requests';

/** A whole answer. */
export interface Answered {
  readonly status: number;
  readonly type: string;
  readonly etag: string | null;
  readonly text: string;
}

/** Sends one request, outside of all measuring. */
export const askOnce = async (
  port: number,
  { method, path, headers = {}, body }: Sent
): Promise<Answered> => {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers,
    ...(body !== undefined && { body }),
  });
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? '',
    etag: answer.headers.get('etag'),
    text: await answer.text(),
  };
};
