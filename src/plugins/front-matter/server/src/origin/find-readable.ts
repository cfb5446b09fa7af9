import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import type { Target } from '../site/target';
import { type Context, permissionsOf } from './permissions';
import { type Readable, readableBy } from './readable';

interface Row {
  readonly documentId: string;
  readonly publishedAt: string | null;
}

/**
 * Lets pass who may read a document, and tells what of it.
 *
 * @param target the type in the document's locale
 * @throws ForbiddenError, or NotFoundError for a document that is not there
 */
export const findReadable = async (
  strapi: Core.Strapi,
  ctx: Context,
  { uid, locale }: Pick<Target, 'uid' | 'locale'>,
  documentId: string
): Promise<Readable> => {
  const { cannot } = permissionsOf(strapi, ctx, uid);
  if (cannot.read()) throw new errors.ForbiddenError();
  const rows: readonly Row[] = await strapi.db.query(uid).findMany({
    where: { documentId, ...(locale === null ? {} : { locale }) },
    populate: { createdBy: { populate: ['roles'] } },
    orderBy: { id: 'asc' },
  });
  // Some collations take two ids for one.
  const own = rows.filter((row) => row.documentId === documentId);
  const row = own.find(({ publishedAt }) => publishedAt === null) ?? own[0];
  if (row === undefined) throw new errors.NotFoundError();
  if (cannot.read(row)) throw new errors.ForbiddenError();
  return readableBy(strapi, ctx, uid, row);
};
