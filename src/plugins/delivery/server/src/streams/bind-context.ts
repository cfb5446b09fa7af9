import { AsyncResource } from 'node:async_hooks';

/**
 * Has a generator run for the request that it was made in: whoever takes from a stream, such as a socket that has
 * room again, belongs to none.
 */
export const bindContext = <Value>(generator: AsyncGenerator<Value>): AsyncIterable<Value> => {
  const resource = new AsyncResource('delivery-stream');
  return {
    [Symbol.asyncIterator]: () => ({
      next: () => resource.runInAsyncScope(async () => generator.next()),
      return: () => resource.runInAsyncScope(async () => generator.return(undefined)),
    }),
  };
};
