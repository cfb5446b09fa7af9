import type { Core } from '@strapi/strapi';
import { answerHealth, type Measure, serveMetrics } from 'strapi-plugin-kit';

/** What is asked here of `strapi-plugin-delivery`. */
interface Delivery {
  readonly ways: { read(): { readonly counts: Readonly<Record<string, number>> } | null };
  readonly cache: { isUp(): boolean | null; size(): number | null };
}

/** What is asked here of `strapi-plugin-front-matter`. */
interface Importer {
  runs(limit: number): Promise<readonly { readonly status: string; readonly kind: string }[]>;
}

/** So many of the newest runs are looked at: one writes at a time. */
const NEWEST = 10;

const deliveryOf = (strapi: Core.Strapi): Delivery => {
  const plugin = strapi.plugin('delivery');
  return { ways: plugin.service('ways'), cache: plugin.service('cache') };
};

const measuresOf = (strapi: Core.Strapi): readonly Measure[] => [
  {
    name: 'delivery_answers_total',
    help: 'Answers to the public: from memory (kept), by a plan (fast), or by Strapi itself (stock)',
    kind: 'counter',
    label: 'way',
    read: () => deliveryOf(strapi).ways.read()?.counts ?? null,
  },
  {
    name: 'delivery_cache_bytes',
    help: 'Memory that answers take',
    kind: 'gauge',
    read: () => deliveryOf(strapi).cache.size(),
  },
  {
    name: 'front_matter_runs_running',
    help: 'Imports and rollbacks that are at work, on any machine',
    kind: 'gauge',
    async read() {
      const importer = strapi.plugin('front-matter').service<Importer>('importer');
      const runs = await importer.runs(NEWEST);
      return runs.filter(({ status }) => status === 'running').length;
    },
  },
];

/** Has whoever runs the site see whether it is well, and what it is at. */
export const watchSite = (strapi: Core.Strapi): void => {
  answerHealth(strapi, () => deliveryOf(strapi).cache.isUp());
  serveMetrics(strapi, process.env['METRICS_TOKEN'] ?? '', measuresOf(strapi));
};
