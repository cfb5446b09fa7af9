import type { Core } from '@strapi/strapi';
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import { beforeDestroy } from '../../database';
import { countRequests } from './count-requests';
import { isToken } from './is-token';

const PATH = '/metrics';

/** A number of an application's own. */
export interface Measure {
  /** As Prometheus has it; that of a counter ends in `_total`. */
  readonly name: string;
  readonly help: string;
  readonly kind: 'counter' | 'gauge';
  /** What the numbers are by, where there are several; one of a few values. */
  readonly label?: string;
  /** The number, or one for each value of the label; null where there is none at the moment. */
  read(): Values | Promise<Values>;
}

type Values = number | Readonly<Record<string, number>> | null;

/** One that fails is left out: others tell why the site is not well. */
const readSafely = async (measure: Measure): Promise<Values> => {
  try {
    return await measure.read();
  } catch {
    return null;
  }
};

const addMeasure = (registry: Registry, measure: Measure): void => {
  const { name, help, kind, label } = measure;
  const labelNames = label === undefined ? [] : [label];
  const tell = async (add: (labels: Record<string, string>, value: number) => void) => {
    const values = await readSafely(measure);
    if (typeof values === 'number') add({}, values);
    else if (label !== undefined && values !== null) {
      for (const [key, value] of Object.entries(values)) add({ [label]: key }, value);
    }
  };
  const shared = { name, help, labelNames, registers: [registry] };
  if (kind === 'counter') {
    new Counter({
      ...shared,
      async collect() {
        this.reset();
        await tell((labels, value) => this.inc(labels, value));
      },
    });
  } else {
    new Gauge({
      ...shared,
      async collect() {
        this.reset();
        await tell((labels, value) => this.set(labels, value));
      },
    });
  }
};

/**
 * Has `GET /metrics` answer in Prometheus' text form whoever brings a token as `Authorization: Bearer`: the process, the
 * requests by kind and status, and measures of the application's own. Without a token there is no such route.
 *
 * @param strapi before its routes are mounted, as in `bootstrap`
 * @param token from the environment; none where it is empty
 */
export const serveMetrics = (
  strapi: Core.Strapi,
  token: string,
  measures: readonly Measure[]
): void => {
  if (token === '') return;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const { httpServer } = strapi.server;
  const stop = countRequests(registry, httpServer, new Set(Object.keys(strapi.plugins)));
  beforeDestroy(strapi.db, stop);
  for (const measure of measures) addMeasure(registry, measure);
  strapi.server.use(async (ctx, next) => {
    if (ctx.path !== PATH || ctx.method !== 'GET') return next();
    ctx.set('Cache-Control', 'no-store');
    if (!isToken(ctx.get('authorization'), token)) {
      ctx.status = 401;
      ctx.set('WWW-Authenticate', 'Bearer');
      return;
    }
    ctx.body = await registry.metrics();
    ctx.set('Content-Type', registry.contentType);
  });
};
