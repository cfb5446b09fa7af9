/** Where Broadsheet answers. */
const CMS = process.env['CMS_URL'] ?? 'http://127.0.0.1:1337';

/** Asks the CMS for something below its root, as the public does, or with a token; the caller looks at the status. */
export const ask = (path: string, token?: string): Promise<Response> =>
  fetch(
    new URL(path, CMS),
    token === undefined ? {} : { headers: { Authorization: `Bearer ${token}` } }
  );

/** Asks for JSON that has to be there. */
export const askJson = async <Body>(path: string): Promise<Body> => {
  const reply = await ask(path);
  if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
  return (await reply.json()) as Body;
};

/** The lines of an answer, one at a time, so that a list of any length takes no memory. */
export async function* askLines(path: string): AsyncGenerator<string> {
  const reply = await ask(path);
  if (!reply.ok || reply.body === null) throw new Error(`${path}: ${reply.status}`);
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of reply.body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
