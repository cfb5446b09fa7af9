import type { Core } from '@strapi/strapi';

const LOCALE = 'plugin::i18n.locale';
/** Another process may add a locale. In milliseconds. */
const LOOK_AGAIN_AFTER = 10_000;
const MOST = 500;

interface Remembered {
  readonly codes: Promise<string[]>;
  /** When to look again, in milliseconds since the epoch. */
  readonly until: number;
}

const remembered = new WeakMap<Core.Strapi, Remembered>();

/** The codes of the application's locales, read once in ten seconds: visitors' requests ask for them. */
export function localesOf(strapi: Core.Strapi): Promise<string[]> {
  const known = remembered.get(strapi);
  const now = Date.now();
  if (known && now < known.until) return known.codes;
  const codes = readLocales(strapi);
  remembered.set(strapi, { codes, until: now + LOOK_AGAIN_AFTER });
  codes.catch(() => remembered.delete(strapi));
  return codes;
}

async function readLocales(strapi: Core.Strapi): Promise<string[]> {
  const rows: { code?: unknown }[] = await strapi.db
    .query(LOCALE)
    .findMany({ select: ['code'], orderBy: { id: 'asc' }, limit: MOST });
  return rows.flatMap(({ code }) => (typeof code === 'string' ? [code] : []));
}

/** Looks again as soon as this process has added a locale or deleted one. */
export function watchLocales(strapi: Core.Strapi): void {
  const forget = () => void remembered.delete(strapi);
  strapi.db.lifecycles.subscribe({
    models: [LOCALE],
    afterCreate: forget,
    afterCreateMany: forget,
    afterDelete: forget,
    afterDeleteMany: forget,
  });
}

/** What is used of `@strapi/plugin-i18n`. */
interface LocalesService {
  getDefaultLocale(): Promise<unknown>;
}

/** The language of requests that name none; empty in an application without languages. */
export async function defaultLocaleOf(strapi: Core.Strapi): Promise<string> {
  const locales = strapi.plugin('i18n')?.service<LocalesService>('locales');
  return locales === undefined ? '' : String(await locales.getDefaultLocale());
}
