import { type Answer, ask, type Asked, isDone, valueIn } from './ask';

/** The one administrator of a site, signed in. */
export interface Editor {
  /** @param path of the site's address, `/content-manager/…` */
  send(site: string, path: string, asked: Omit<Asked, 'token'>): Promise<Answer>;
}

const PERSON = { email: 'editor@example.com', password: 'Sheets-of-2022' };

/** A session's token is good for half an hour; in milliseconds. */
const SIGNS_IN_EVERY = 600_000;

const need = (answer: Answer, what: string, ...path: readonly string[]): string => {
  const value = valueIn(answer, ...path);
  if (isDone(answer) && typeof value === 'string') return value;
  throw new Error(`${what}: ${String(answer.status)} ${answer.text}`);
};

/** Makes the first administrator of a site that has none. */
export const signUp = async (site: string): Promise<Editor> => {
  const body = { firstname: 'Lin', lastname: 'Wang', ...PERSON };
  const registered = await ask(`${site}/admin/register-admin`, { method: 'POST', body });
  let token = need(registered, 'No administrator could be made', 'data', 'token');
  let since = performance.now();
  const signIn = async (): Promise<void> => {
    const answer = await ask(`${site}/admin/login`, { method: 'POST', body: PERSON });
    token = need(answer, 'The editor could not sign in', 'data', 'token');
  };
  return {
    async send(url, path, asked) {
      if (performance.now() - since > SIGNS_IN_EVERY) {
        since = performance.now();
        await signIn();
      }
      return ask(`${url}${path}`, { ...asked, token });
    },
  };
};

/** Makes an API token that may do everything. */
export const makeApiToken = async (site: string, editor: Editor): Promise<string> => {
  const answer = await editor.send(site, '/admin/api-tokens', {
    method: 'POST',
    body: { name: 'all', description: '', type: 'full-access', lifespan: null },
  });
  return need(answer, 'No API token could be made', 'data', 'accessKey');
};
