import { rounded } from '../../figures';

const NEWLINE = 0x0a;

/** Posts a second of a stream of all of them; null where there is no such route. */
export const measureStream = async (port: number): Promise<number | null> => {
  const start = performance.now();
  const answer = await fetch(`http://127.0.0.1:${port}/api/delivery/posts.ndjson`);
  if (answer.status !== 200 || answer.body === null) {
    await answer.body?.cancel();
    return null;
  }
  let posts = 0;
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) posts += 1;
  }
  return rounded((posts * 1000) / (performance.now() - start));
};
