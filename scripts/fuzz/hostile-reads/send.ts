import { request } from 'node:http';
import type { Answer } from './judge';
import type { HostileRead } from './read';

/** Milliseconds after which nobody waits any longer. */
const LONGEST = 120_000;

/** Sends a request as it stands: neither its path nor its body is put right. */
export const send = (
  port: number,
  { path, method = 'GET', headers = {}, body }: Omit<HostileRead, 'name'>
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method,
        headers: {
          ...headers,
          ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
        },
        timeout: LONGEST,
      },
      (answer) => {
        let text = '';
        answer
          .setEncoding('utf8')
          .on('data', (part: string) => {
            text += part;
          })
          .on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
          .on('error', reject);
      }
    );
    asked.on('timeout', () => asked.destroy(new Error(`no answer in ${LONGEST} ms`)));
    asked.on('error', reject);
    asked.end(body);
  });
