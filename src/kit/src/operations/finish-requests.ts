import type { Server, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { markEnding } from '../is-serving';
import { hearRequests } from './hear-requests';

/** How long requests under way may take when an application ends, in milliseconds. */
const PATIENCE = 10_000;

/** How often connections that have become idle are closed meanwhile, in milliseconds. */
const SWEEP = 50;

/**
 * A terminal tells the whole group of Ctrl-C, and npm passes signals on: what comes so soon after the first is the
 * same signal; in milliseconds.
 */
const ECHO = 1_000;

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

interface Watched {
  readonly active: ReadonlySet<ServerResponse>;
  stop(): void;
}

/** Answers that a server is at. Connections are no measure: those of the panel's development stay open. */
const watchAnswers = (server: Server): Watched => {
  const active = new Set<ServerResponse>();
  const stop = hearRequests(server, (_, response) => {
    active.add(response);
    response.once('close', () => active.delete(response));
  });
  return { active, stop };
};

/** Takes no more connections, and waits until all requests have had their answers, or for so long. */
const drain = async (server: Server, active: ReadonlySet<ServerResponse>): Promise<void> => {
  const limit = performance.now() + PATIENCE;
  server.close();
  server.closeIdleConnections();
  while (active.size > 0 && performance.now() < limit) {
    await pause(SWEEP);
    // A connection that has had its answer would be sent the next request.
    server.closeIdleConnections();
  }
};

/** Ends the process at once when it is told a second time. */
const endWhenToldAgain = (): void => {
  const first = performance.now();
  const end = (): void => {
    if (performance.now() - first > ECHO) process.exit(1);
  };
  for (const signal of SIGNALS) process.on(signal, end);
};

/**
 * Has a server that is told to end finish the requests that it is at, for ten seconds at most: Strapi breaks them off,
 * and takes plugins down while they are still asked. It takes no new ones meanwhile. Told again, it ends at once.
 *
 * To be called once, before the application listens.
 */
export const finishRequests = (strapi: Core.Strapi): void => {
  const destroy = strapi.destroy.bind(strapi);
  const { httpServer } = strapi.server;
  const watched = watchAnswers(httpServer);
  strapi.destroy = async () => {
    if (httpServer.listening) {
      endWhenToldAgain();
      markEnding(strapi);
      await drain(httpServer, watched.active);
    }
    watched.stop();
    await destroy();
  };
};
