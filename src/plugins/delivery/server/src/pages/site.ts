import type { Core } from '@strapi/strapi';
import type { Reader } from 'strapi-plugin-kit/database';

import type { Freshness } from '../answers/freshness';
import type { TypeSettings } from '../config/schema';
import { type Cursors, cursorsOf } from './cursors';
import { type PagePlans, startPagePlans } from './plans/page-plans';
import { placeLists } from './take-page';

/** What reads the pages of an application. */
export interface PageSite {
  readonly strapi: Core.Strapi;
  readonly reader: Reader;
  readonly cursors: Cursors;
  readonly plans: PagePlans;
  readonly types: Readonly<Record<string, TypeSettings>>;
  /** What the public may read, as one text. Plans that were made under another one are forgotten. */
  terms(): Promise<string>;
}

const sites = new WeakMap<Core.Strapi, PageSite>();

const termsOf = (fresh: Freshness, plans: PagePlans): PageSite['terms'] => {
  let known: string | null = null;
  return async () => {
    const now = await fresh.terms();
    if (now !== known) {
      plans.forget();
      known = now;
    }
    return now;
  };
};

/** Begins to read pages. To be called once, before any traffic. */
export const startPages = (
  strapi: Core.Strapi,
  reader: Reader,
  fresh: Freshness,
  types: PageSite['types']
): PageSite => {
  placeLists(strapi);
  const plans = startPagePlans(strapi, reader);
  const terms = termsOf(fresh, plans);
  const cursors = cursorsOf(strapi);
  const site: PageSite = { strapi, reader, cursors, plans, types, terms };
  sites.set(strapi, site);
  return site;
};

/** What reads the pages of an application that has begun to. */
export const pagesOf = (strapi: Core.Strapi): PageSite => {
  const site = sites.get(strapi);
  if (site === undefined) throw new Error('pages are read only once the application has started');
  return site;
};
