import { Agent, request } from 'node:http';

export interface Asked {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: object;
  /** An administrator's, or an API token. */
  readonly token?: string;
}

/** What came back, and when, in milliseconds of `performance.now()`. */
export interface Answer {
  /** Null where the server did not answer: it is gone, or closed the connection. */
  readonly status: number | null;
  readonly text: string;
  readonly started: number;
  readonly ended: number;
}

/** Everybody comes anew: a connection that is kept may be closed the moment it is used again. */
const agent = new Agent({ keepAlive: false });

/** No browser waits longer, in milliseconds. */
const LONGEST = 120_000;

/** Sends a request; whatever becomes of it is an answer. */
export const ask = (url: string, { method = 'GET', body, token }: Asked = {}): Promise<Answer> =>
  new Promise((resolve) => {
    const started = performance.now();
    const text = body === undefined ? null : JSON.stringify(body);
    const headers = {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(text === null
        ? {}
        : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
    };
    const end = (status: number | null, said: string): void =>
      resolve({ status, text: said, started, ended: performance.now() });
    const sent = request(url, { method, agent, headers, timeout: LONGEST }, (response) => {
      let said = '';
      response.setEncoding('utf8').on('data', (piece: string) => {
        said += piece;
      });
      response.on('error', (error) => end(null, String(error)));
      response.on('end', () => end(response.statusCode ?? null, said));
    });
    sent.on('timeout', () => sent.destroy(new Error(`no answer in ${LONGEST} ms`)));
    sent.on('error', (error) => end(null, String(error)));
    sent.end(text ?? undefined);
  });

export const isDone = ({ status }: Answer): boolean =>
  status !== null && status >= 200 && status < 300;

/** What is at a path in an answer's JSON; undefined where there is nothing, or no JSON. */
export const valueIn = ({ text }: Answer, ...path: readonly string[]): unknown => {
  try {
    return path.reduce<unknown>(
      (value, name) => (value as Record<string, unknown> | null | undefined)?.[name],
      JSON.parse(text)
    );
  } catch {
    return undefined;
  }
};
