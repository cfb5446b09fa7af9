import type { Core, UID } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';
import type { Sources } from '../sources/sources';
import type { PreviewTwin } from './contract';

/** A form names so many; a story has few copies. */
const MOST = 5;

/** Rows that are looked at; a document has two a language. */
const MOST_ROWS = 50;

interface Asked {
  readonly userAbility: unknown;
  /** The document that the form is about; null for one that has not been saved. */
  readonly documentId: string | null;
  /** Null where the form's type is not localised. */
  readonly locale: string | null;
}

interface Checker {
  readonly cannot: { read(document?: unknown, attribute?: string): boolean };
}

type Row = Readonly<Record<string, unknown>> & { readonly documentId: string };

const checkerOf = (strapi: Core.Strapi, userAbility: unknown, model: string): Checker =>
  strapi
    .plugin('content-manager')
    .service<{ create(options: object): Checker }>('permission-checker')
    .create({ userAbility, model });

/** The attribute that the content manager calls documents of a type by; null where it is their id. */
const titleOf = async (strapi: Core.Strapi, uid: UID.ContentType): Promise<string | null> => {
  const type = strapi.contentType(uid);
  const { settings } = await strapi
    .plugin('content-manager')
    .service('content-types')
    .findConfiguration(type);
  const { mainField } = settings as { readonly mainField?: string };
  return mainField !== undefined && mainField in type.attributes ? mainField : null;
};

const isLocalised = (strapi: Core.Strapi, uid: UID.ContentType): boolean =>
  (strapi.contentType(uid).pluginOptions?.['i18n'] as { localized?: unknown } | undefined)
    ?.localized === true;

/** The other documents of one type with a key, oldest first; those alone that whoever asks may open. */
const twinsOf = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  attribute: string,
  key: string,
  { userAbility, documentId, locale }: Asked
): Promise<PreviewTwin[]> => {
  const { cannot } = checkerOf(strapi, userAbility, uid);
  if (cannot.read() || cannot.read(undefined, attribute)) return [];
  const title = await titleOf(strapi, uid);
  const isTold = title !== null && !cannot.read(undefined, title);
  const rows: readonly Row[] = await strapi.db.query(uid).findMany({
    where: {
      [attribute]: key,
      ...(documentId === null ? {} : { documentId: { $ne: documentId } }),
      ...(locale !== null && isLocalised(strapi, uid) ? { locale } : {}),
    },
    populate: { createdBy: { populate: ['roles'] } },
    orderBy: { id: 'asc' },
    limit: MOST_ROWS,
  });
  const hasDrafts = contentTypes.hasDraftAndPublish(strapi.contentType(uid));
  const twins = new Map<string, PreviewTwin>();
  for (const row of rows) {
    if (row[attribute] !== key || cannot.read(row)) continue;
    const isPublished = !hasDrafts || row['publishedAt'] !== null;
    const known = twins.get(row.documentId);
    twins.set(row.documentId, {
      contentType: uid,
      documentId: row.documentId,
      title: isTold ? String(row[title] ?? '') : row.documentId,
      isPublished: isPublished || known?.isPublished === true,
    });
  }
  return [...twins.values()];
};

/** The documents, published or not, that tell the story of a key already. */
export const findTwins = async (
  strapi: Core.Strapi,
  { config }: Sources,
  key: string,
  asked: Asked
): Promise<readonly PreviewTwin[]> => {
  const twins: PreviewTwin[] = [];
  for (const [uid, { key: attribute }] of Object.entries(config.contentTypes)) {
    if (attribute === false || !(uid in strapi.contentTypes)) continue;
    twins.push(...(await twinsOf(strapi, uid as UID.ContentType, attribute, key, asked)));
  }
  // What visitors see already comes first.
  return twins
    .toSorted((one, other) => Number(other.isPublished) - Number(one.isPublished))
    .slice(0, MOST);
};
