import { AsyncLocalStorage } from 'node:async_hooks';

/** What Strapi is asked to load of a document: a relation, and what of it. */
export interface AskedLoad {
  readonly uid: string;
  readonly field: string;
  readonly params: unknown;
}

type Tell = (asked: AskedLoad | null) => void;

const watching = new AsyncLocalStorage<Tell>();

/** To be called for each relation that is loaded. */
export const tellLoad = (asked: AskedLoad): void => watching.getStore()?.(asked);

/** Runs a resolver, and tells which relation it loads first, as soon as it does; null for none. */
export const watchLoad = (
  resolve: () => unknown
): { readonly result: Promise<unknown>; readonly asked: Promise<AskedLoad | null> } => {
  let tell: Tell = () => undefined;
  const asked = new Promise<AskedLoad | null>((done) => {
    tell = done;
  });
  const result = watching.run(tell, async () => resolve());
  const end = (): void => tell(null);
  result.then(end, end);
  return { result, asked };
};
