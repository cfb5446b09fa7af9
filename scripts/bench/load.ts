import { connect, type Socket } from 'node:net';

/** What came of a load. */
export interface Loaded {
  readonly answers: number;
  readonly seconds: number;
  /** How many answers had each status. */
  readonly statuses: Readonly<Record<string, number>>;
}

const END_OF_HEAD = '\r\n\r\n';

/** One request as it goes over the wire. */
export const request = (method: string, path: string, body?: object, token?: string): string => {
  const text = body === undefined ? '' : JSON.stringify(body);
  const lines = [`${method} ${path} HTTP/1.1`, 'Host: 127.0.0.1'];
  if (token !== undefined) lines.push(`Authorization: Bearer ${token}`);
  if (body !== undefined) {
    lines.push('Content-Type: application/json', `Content-Length: ${Buffer.byteLength(text)}`);
  }
  return `${lines.join('\r\n')}${END_OF_HEAD}${text}`;
};

/**
 * Sends requests over connections that are kept, one after the other on each, until there are no
 * more. Neither writing a request nor finding the end of an answer costs much: the machine's time
 * is the server's.
 *
 * @throws Error when an answer says that the server failed.
 */
export const load = async (
  port: number,
  requests: Iterator<string>,
  connections: number
): Promise<Loaded> => {
  const statuses: Record<string, number> = {};
  const start = performance.now();
  const counts = await Promise.all(
    Array.from({ length: connections }, () => drive(port, requests, statuses))
  );
  const seconds = (performance.now() - start) / 1000;
  return { answers: counts.reduce((sum, count) => sum + count, 0), seconds, statuses };
};

const drive = async (
  port: number,
  requests: Iterator<string>,
  statuses: Record<string, number>
): Promise<number> => {
  const socket = connect(port, '127.0.0.1').setNoDelay(true).setEncoding('latin1');
  let count = 0;
  try {
    for (let next = requests.next(); !next.done; next = requests.next()) {
      const status = await exchange(socket, next.value);
      if (status >= '500') throw new Error(`The server answered ${status} to ${next.value}`);
      statuses[status] = (statuses[status] ?? 0) + 1;
      count += 1;
    }
  } finally {
    socket.destroy();
  }
  return count;
};

/** Sends one request; answers with the status once the whole answer is there. */
const exchange = (socket: Socket, text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = '';
    let size = Infinity;
    const hear = (piece: string): void => {
      answer += piece;
      const head = answer.indexOf(END_OF_HEAD);
      if (head < 0) return;
      if (size === Infinity) {
        const length = /\r\ncontent-length: (\d+)/iu.exec(answer.slice(0, head))?.[1];
        size = head + END_OF_HEAD.length + Number(length ?? 0);
      }
      if (answer.length < size) return;
      stop();
      resolve(answer.slice('HTTP/1.1 '.length, 'HTTP/1.1 200'.length));
    };
    const fail = (error?: Error): void => {
      stop();
      reject(error ?? new Error('The server closed the connection.'));
    };
    const stop = (): void => {
      socket.off('data', hear).off('error', fail).off('close', fail);
    };
    socket.on('data', hear).on('error', fail).on('close', fail);
    socket.write(text);
  });
