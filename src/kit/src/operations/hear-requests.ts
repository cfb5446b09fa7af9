import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** Node tells of every request by it, whoever answers: it may be somebody in front of Strapi. */
const STARTED = 'http.server.request.start';

/** What Node tells of a request that has come in. */
interface Started {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly server: Server;
}

/**
 * Hears of the requests of a server when they come in.
 *
 * @returns a function that hears of none any more
 */
export const hearRequests = (
  server: Server,
  hear: (request: IncomingMessage, response: ServerResponse) => void
): (() => void) => {
  const listen = (message: unknown): void => {
    const { request, response, server: of } = message as Started;
    if (of === server) hear(request, response);
  };
  subscribe(STARTED, listen);
  return () => void unsubscribe(STARTED, listen);
};
