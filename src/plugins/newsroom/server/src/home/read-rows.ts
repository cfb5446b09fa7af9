import type { Core } from '@strapi/strapi';

import type { Person } from 'strapi-plugin-kit/texts';
import { nameOfType } from '../panel/named-relations';
import { isLocalised } from '../permissions/locales';
import type { ReadableType } from './readable-types';

/** Characters of a title: a list has room for no more. */
const LENGTH = 200;

/** A row, as far as widgets show it. */
export interface Row {
  readonly documentId: string;
  readonly locale: string | null;
  readonly title: string | null;
  readonly createdBy: Person | null;
  readonly updatedAt: Date | string;
  readonly publishedAt: Date | string | null;
}

type Found = Row & Readonly<Record<string, unknown>> & { readonly id: number };

const cut = (title: unknown): string | null =>
  typeof title === 'string' && title !== ''
    ? [...title.slice(0, 2 * LENGTH)].slice(0, LENGTH).join('')
    : null;

/**
 * Reads rows of a type by their ids, and keeps their order.
 *
 * @param ids few of them
 */
export const readRows = async (
  strapi: Core.Strapi,
  { uid, permissions }: ReadableType,
  ids: readonly number[]
): Promise<readonly Row[]> => {
  if (ids.length === 0) return [];
  const name = nameOfType(strapi, uid);
  const { cannot, requiresEntity } = permissions;
  // A condition may be about any attribute of a document.
  const byDocument = requiresEntity.read();
  const select = ['id', 'documentId', 'locale', 'updatedAt', 'publishedAt'];
  const found: readonly Found[] = await strapi.db.query(uid).findMany({
    where: { id: { $in: [...ids] } },
    populate: {
      createdBy: {
        select: ['id', 'firstname', 'lastname', 'username'],
        ...(byDocument ? { populate: ['roles'] } : {}),
      },
    },
    ...(byDocument ? {} : { select: name === undefined ? select : [...select, name] }),
  });
  const hasLanguages = isLocalised(strapi, uid);
  const rows = new Map(
    found.map((row) => {
      const isHidden = name === undefined || cannot.read(byDocument ? row : undefined, name);
      const title = isHidden ? null : cut(row[name]);
      return [row.id, { ...row, title, locale: hasLanguages ? row.locale : null }];
    })
  );
  return ids.flatMap((id) => rows.get(id) ?? []);
};
