import type { IncomingMessage } from 'node:http';

const failures = new WeakMap<IncomingMessage, { readonly error: unknown }>();

/** Notes what a request failed of before Strapi saw it: what took too long is not tried again. */
export const noteFailure = (request: IncomingMessage, error: unknown): void => {
  failures.set(request, { error });
};

/** What a request has failed of; null where it has not. */
export const failureOf = (request: IncomingMessage): { readonly error: unknown } | null =>
  failures.get(request) ?? null;
