import type { Request } from '../questions/question';

/** A text as one word of a shell. */
const quote = (text: string): string => `'${text.replace(/'/gu, String.raw`'\''`)}'`;

/** A request to paste into a shell. */
export const asCurl = (port: number, request: Request, token: string | null): string => {
  const { method, path, headers, body } = request;
  const sent = token === null ? headers : { ...headers, authorization: `Bearer ${token}` };
  return [
    'curl -gsi',
    ...(method === 'GET' ? [] : [method === 'HEAD' ? '--head' : `-X ${method}`]),
    ...Object.entries(sent).map(([name, value]) =>
      quote(value === '' ? `${name};` : `${name}: ${value}`).replace(/^/u, '-H ')
    ),
    ...(body === undefined ? [] : [`--data-binary ${quote(body)}`]),
    quote(`http://127.0.0.1:${port}${path}`),
  ].join(' ');
};
