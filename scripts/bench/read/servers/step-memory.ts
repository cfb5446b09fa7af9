import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { answerQuestions } from '../../../site/workers';
import { listen } from './listen';
import { watchUsage } from './usage';

/** An answer that is to be sent again, byte for byte. */
export interface Kept {
  readonly path: string;
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly etag: string;
  readonly bytes: Buffer;
}

const answers = new Map<string, Answer>();

const keep = ({ path, status, type, text }: Kept): void => {
  const bytes = Buffer.from(text);
  const etag = `"${createHash('sha1').update(bytes).digest('base64url')}"`;
  const headers =
    bytes.length === 0 ? {} : { 'Content-Type': type, 'Content-Length': bytes.length, ETag: etag };
  answers.set(path, { status, headers, etag, bytes });
};

/** What bounds a cache: Node's own server, and answers that are there already. */
const server = createServer(({ url = '', headers }, outgoing) => {
  const answer = answers.get(url);
  if (answer === undefined) outgoing.writeHead(404).end();
  else if (headers['if-none-match'] === answer.etag) {
    outgoing.writeHead(304, { ETag: answer.etag }).end();
  } else outgoing.writeHead(answer.status, answer.headers).end(answer.bytes);
});

void (async () => {
  const port = await listen(server);
  await answerQuestions({
    port: () => port,
    keep: (given: readonly Kept[]) => given.forEach(keep),
    ...watchUsage(),
  });
  process.exit();
})();
