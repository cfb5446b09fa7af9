import type { Context, Next } from 'koa';
import type { Sources } from '../sources/sources';
import { filtersOfProvider, PROVIDER_FILTER } from './provider-filter';

const LISTS = /\/content-manager\/collection-types\/([^/]+)$/;

/**
 * Lets lists in the admin panel be filtered by provider: the filter is exchanged for one on the
 * stored attributes, which the content manager then checks and asks permission for as always.
 */
export function filterLists(sources: Sources) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const uid = ctx.method === 'GET' ? LISTS.exec(ctx.path)?.[1] : undefined;
    const attributes = uid === undefined ? null : sources.attributesOf(uid);
    const filters: unknown = attributes === null ? null : ctx.query['filters'];
    const all = isRecord(filters) ? filters['$and'] : null;
    if (attributes !== null && isRecord(filters) && Array.isArray(all)) {
      filters['$and'] = all.map((filter: unknown) => {
        const asked = isRecord(filter) ? filter[PROVIDER_FILTER] : undefined;
        const name = isRecord(asked) ? asked['$eq'] : undefined;
        if (typeof name !== 'string') return filter;
        return filtersOfProvider(name, attributes, sources.rules) ?? NOTHING;
      });
    }
    await next();
  };
}

/** What no row is: a provider that nobody knows has no rows. */
const NOTHING = { id: { $null: true } };

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
