import { Agent, request } from 'node:http';
import type { Request } from '../questions/question';

/** What was answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

const agent = new Agent({ keepAlive: true });

/** Milliseconds after which nobody waits any longer. */
const LONGEST = 60_000;

/** Sends a request as it stands, for somebody who has a token or has none. */
export const ask = (
  port: number,
  { method, path, headers, body }: Request,
  token: string | null
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request(
      {
        agent,
        host: '127.0.0.1',
        port,
        path,
        method,
        headers: {
          ...headers,
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
        },
        timeout: LONGEST,
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer
          .on('data', (part: Buffer) => parts.push(part))
          .on('error', reject)
          .on('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              headers: answer.headers,
              text: Buffer.concat(parts).toString(),
            })
          );
      }
    );
    sent.on('timeout', () => sent.destroy(new Error(`No answer in ${LONGEST} ms to ${path}`)));
    sent.on('error', reject);
    sent.end(body);
  });
