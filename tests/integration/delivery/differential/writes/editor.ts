import { ask } from '../site/ask';
import type { Pair } from '../site/pair';

/** Writes on our site, by all doors that there are. */
export interface Editor {
  /** Sends what the panel sends, as an administrator; answers with the body. */
  panel(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<unknown>;
  /** Sends to REST or GraphQL with a token that may do all. */
  api(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<unknown>;
}

const PERSON = {
  firstname: 'Lin',
  lastname: 'Wang',
  email: 'lin@example.com',
  password: 'Sheets-of-2022',
};

const JSON_TYPE = { 'content-type': 'application/json' };

/** What is refused for a good reason: a document that is gone, or was never published. */
const isRefusal = (status: number): boolean => status >= 400 && status < 500 && status !== 401;

/** Makes the site's first administrator. */
export const makeEditor = async ({ ours, people }: Pair): Promise<Editor> => {
  const send = async (
    token: string | null,
    ...[method, path, body]: Parameters<Editor['panel']>
  ): Promise<unknown> => {
    const text = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await ask(ours.port, { method, path, headers: JSON_TYPE, ...text }, token);
    if (answer.status >= 300 && !isRefusal(answer.status)) {
      throw new Error(`${method} ${path} was answered ${answer.status}: ${answer.text}`);
    }
    return answer.text === '' ? null : (JSON.parse(answer.text) as unknown);
  };
  const registered = (await send(null, 'POST', '/admin/register-admin', PERSON)) as {
    readonly data: { readonly token: string };
  };
  return {
    panel: (...asked) => send(registered.data.token, ...asked),
    api: (...asked) => send(people.fullToken, ...asked),
  };
};
