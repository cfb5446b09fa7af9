import type { Core } from '@strapi/strapi';
import type { Reader } from 'strapi-plugin-kit/database';

import { builderOf, type DatabaseQuery } from '../plans/compile/database-query';
import type { Totals } from '../plans/plan-reader';
import type { ReadValue } from '../plans/read-value';
import { all, type Soon, then } from '../plans/soon';

const PERMISSION = 'plugin::users-permissions.permission';
const STORE = 'strapi::core-store';
const LOCALE = 'plugin::i18n.locale';

/** What is known for as long as nobody has written anything. */
export interface Freshness {
  /**
   * What all answers to the public depend on, as one text: what it may do, which languages there are. Plans and
   * answers that were made under another one are of no use.
   */
  terms(): Soon<string>;
  readonly totals: Totals;
}

/** As many totals as there may be categories and tags. */
const MOST_TOTALS = 10_000;

/** The statements that tell what answers to the public depend on, as far as the application has it. */
const termStatements = (strapi: Core.Strapi) => {
  const has = (uid: string): boolean => strapi.db.metadata.has(uid);
  const compile = (uid: string, query: object) =>
    builderOf(strapi, uid)
      .init(query as DatabaseQuery)
      .getKnexQuery()
      .toSQL();
  const permissions = { select: ['action'], where: { role: { type: 'public' } } };
  return [
    ...(has(PERMISSION)
      ? [compile(PERMISSION, { ...permissions, orderBy: { action: 'asc' } })]
      : []),
    ...(has(LOCALE)
      ? [
          compile(LOCALE, { select: ['code'], orderBy: { id: 'asc' } }),
          compile(STORE, { select: ['value'], where: { key: 'plugin_i18n_default_locale' } }),
        ]
      : []),
  ];
};

/**
 * Keeps what is asked over and over, until the database tells that something has been written, by
 * anybody.
 */
export const startFreshness = (strapi: Core.Strapi, reader: Reader): Freshness => {
  const statements = termStatements(strapi);
  const totals = new Map<string, number>();
  let moment: string | null = null;
  let known: string | null = null;

  const read = (): Soon<string> =>
    then(
      all(
        statements.map(({ sql, bindings }) => reader.rows(sql, bindings as readonly ReadValue[]))
      ),
      (answers) => JSON.stringify(answers)
    );

  return {
    terms: () =>
      then(reader.moment(), (now) => {
        if (now !== moment) {
          moment = now;
          known = null;
          totals.clear();
        }
        if (known !== null) return known;
        return then(read(), (found) => {
          if (now !== null && now === moment) known = found;
          return found;
        });
      }),
    totals: {
      get(sql, values, count) {
        const at = moment;
        if (at === null) return count();
        const key = JSON.stringify([sql, values]);
        const kept = totals.get(key);
        if (kept !== undefined) return kept;
        return then(count(), (total) => {
          if (moment !== at) return total;
          if (totals.size >= MOST_TOTALS) totals.clear();
          totals.set(key, total);
          return total;
        });
      },
    },
  };
};
