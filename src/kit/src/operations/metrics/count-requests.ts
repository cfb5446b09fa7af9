import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import { Counter, Histogram, type Registry } from 'prom-client';
import { hearRequests } from '../hear-requests';

/** Where requests go. However many addresses are asked for, there are no more of these. */
type Kind = 'admin' | 'api' | 'graphql' | 'health' | 'metrics' | 'other' | 'uploads';

const KINDS: ReadonlyMap<string, Kind> = new Map([
  ['_health', 'health'],
  ['admin', 'admin'],
  ['api', 'api'],
  ['graphql', 'graphql'],
  ['metrics', 'metrics'],
  ['uploads', 'uploads'],
]);

/** In seconds: an answer from memory takes a fraction of the first. */
const BUCKETS = [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10];

/** Which kind a request is by the first part of its path; the panel asks plugins at their names. */
const kindOf = ({ url = '' }: IncomingMessage, plugins: ReadonlySet<string>): Kind => {
  const [first = ''] = url.slice(1).split(/[/?#]/u, 1);
  return KINDS.get(first) ?? (plugins.has(first) ? 'admin' : 'other');
};

/**
 * Counts the requests of a server by kind and status, and how long they take.
 *
 * @param plugins the names of the plugins, at which the panel asks
 * @returns a function that counts none any more
 */
export const countRequests = (
  registry: Registry,
  server: Server,
  plugins: ReadonlySet<string>
): (() => void) => {
  const answered = new Counter({
    name: 'http_requests_total',
    help: 'Requests that were answered or broken off, by kind and status',
    labelNames: ['kind', 'status'],
    registers: [registry],
  });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'From when a request came in until its answer was sent',
    labelNames: ['kind'],
    buckets: BUCKETS,
    registers: [registry],
  });
  return hearRequests(server, (request, response) => {
    const start = performance.now();
    const kind = kindOf(request, plugins);
    response.once('close', () => {
      const { statusCode, writableFinished } = response;
      const isKnown = writableFinished && STATUS_CODES[statusCode] !== undefined;
      answered.inc({ kind, status: isKnown ? String(statusCode) : 'none' });
      durations.observe({ kind }, (performance.now() - start) / 1000);
    });
  });
};
