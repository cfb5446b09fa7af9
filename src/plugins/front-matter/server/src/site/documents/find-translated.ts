import type { Core } from '@strapi/strapi';

import { documentInLocale } from '../../core/locale';
import type { Target } from '../target';

/** The locales that documents have rows in, by document id; those that are gone are not in the answer. */
export const findLocales = async (
  strapi: Core.Strapi,
  uid: Target['uid'],
  documentIds: readonly string[]
): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
  const found = new Map<string, Set<string>>();
  if (documentIds.length === 0) return found;
  const rows: readonly { readonly documentId: string; readonly locale: string | null }[] =
    await strapi.db.query(uid).findMany({
      where: { documentId: { $in: documentIds } },
      select: ['documentId', 'locale'],
    });
  for (const { documentId, locale } of rows) {
    found.set(documentId, (found.get(documentId) ?? new Set()).add(locale ?? ''));
  }
  return found;
};

/**
 * Which of some documents have rows in another locale that are an editor's work.
 *
 * @param target in a locale; where it has none, nothing is translated
 * @param imported what files have become, as `documentInLocale` has it
 */
export const findTranslated = async (
  strapi: Core.Strapi,
  { uid, locale }: Pick<Target, 'uid' | 'locale'>,
  documentIds: readonly string[],
  imported: ReadonlySet<string>
): Promise<ReadonlySet<string>> => {
  if (locale === null) return new Set();
  const locales = await findLocales(strapi, uid, documentIds);
  const isEditors = (id: string, other: string): boolean =>
    other !== '' && other !== locale && !imported.has(documentInLocale(id, other));
  return new Set(
    [...locales].flatMap(([id, all]) => ([...all].some((one) => isEditors(id, one)) ? [id] : []))
  );
};
