/** A request that nobody should have to fear. */
export interface HostileRead {
  readonly name: string;
  readonly path: string;
  /** A GET where this is left out. */
  readonly method?: 'GET' | 'POST' | 'HEAD' | 'OPTIONS';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export const times = (count: number, make: (index: number) => string, between = '&'): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(between);

/** A read of a collection by REST. */
export const rest = (name: string, query: string, path = '/api/posts'): HostileRead => ({
  name,
  path: encodeURI(`${path}?${query}`),
});

export const post = (
  name: string,
  path: string,
  body: string,
  type = 'application/json'
): HostileRead => ({ name, path, method: 'POST', headers: { 'content-type': type }, body });

export const graphql = (name: string, query: string, variables?: unknown): HostileRead =>
  post(name, '/graphql', JSON.stringify({ query, variables }));
