import { serverAddress } from './server-address';

const DONE = Symbol.for('strapi-plugin-kit.language');

interface Panel {
  [DONE]?: true;
}

/**
 * Has the panel tell its language with each request to the server, so that errors are answered in it. To be called by
 * the `register` of every plugin whose server says something to editors; the first one does it.
 */
export const tellLanguage = (): void => {
  const panel = window as unknown as Panel;
  if (panel[DONE] === true) return;
  panel[DONE] = true;
  const fetch = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    if (typeof input !== 'string' || !input.startsWith(serverAddress())) return fetch(input, init);
    const headers = new Headers(init?.headers);
    headers.set('Accept-Language', document.documentElement.lang || 'en');
    return fetch(input, { ...init, headers });
  };
};
