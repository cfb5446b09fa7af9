import type { Core } from '@strapi/strapi';

/** The codes of the application's locales. */
export async function localesOf(strapi: Core.Strapi): Promise<string[]> {
  const rows: { code?: unknown }[] = await strapi.db
    .query('plugin::i18n.locale')
    .findMany({ select: ['code'], limit: 500 });
  return rows.flatMap(({ code }) => (typeof code === 'string' ? [code] : []));
}
