import { Agent, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Request } from '../questions/question';

/** What was answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Unpacked. */
  readonly text: string;
}

const agent = new Agent({ keepAlive: true });

/** Milliseconds after which nobody waits any longer. */
const LONGEST = 60_000;

/** A body as it was before it was packed. */
const unpack = (body: Buffer, encoding: string | undefined): Buffer => {
  if (body.length === 0) return body;
  if (encoding === 'br') return brotliDecompressSync(body);
  return encoding === 'gzip' ? gunzipSync(body) : body;
};

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
          .on('end', () => {
            try {
              const text = unpack(
                Buffer.concat(parts),
                answer.headers['content-encoding']
              ).toString();
              resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
            } catch (error) {
              reject(error);
            }
          });
      }
    );
    sent.on('timeout', () => sent.destroy(new Error(`No answer in ${LONGEST} ms to ${path}`)));
    sent.on('error', reject);
    sent.end(body);
  });
