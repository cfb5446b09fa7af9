import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Sources } from '../sources';
import type { Description } from './describe-answer';

/** An answer of one of the plugin's own routes, for whoever keeps it. */
export interface ToldAnswer {
  readonly body: Buffer;
  readonly description: Description;
  readonly sources: Sources;
}

const listeners = new WeakMap<IncomingMessage, (answer: ToldAnswer) => void>();

/** The answer that is going to be told of a request; null where it ends without one. */
export const hearAnswer = (
  request: IncomingMessage,
  response: ServerResponse
): Promise<ToldAnswer | null> =>
  new Promise((resolve) => {
    listeners.set(request, resolve);
    response.once('close', () => resolve(null));
  });

/** Tells a request's answer to who listens. */
export const tellAnswer = (request: IncomingMessage, answer: ToldAnswer): void =>
  listeners.get(request)?.(answer);
