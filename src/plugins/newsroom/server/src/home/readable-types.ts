import type { Core, UID } from '@strapi/strapi';
import { contentTypes, errors } from '@strapi/utils';

import { readConfig } from '../config';
import { type Context, type Permissions, permissionsOf } from '../permissions/permissions';

/** A type with drafts, of which an editor may read documents. */
export interface ReadableType {
  readonly uid: UID.ContentType;
  /** What it is called in the panel; null where it is the only one. */
  readonly label: string | null;
  readonly permissions: Permissions;
  /** What leaves out the documents that the editor may not read, for a query of its own. */
  where(): object;
}

interface QueryParams {
  transform(uid: string, params: object): { readonly where?: object };
}

/**
 * The served types with drafts that an editor may read documents of.
 *
 * @throws ForbiddenError where there are such types, and the editor may read none of them
 */
export const readableTypes = async (
  strapi: Core.Strapi,
  ctx: Context
): Promise<readonly ReadableType[]> => {
  const params = strapi.get('query-params') as QueryParams;
  const { contentTypes: served } = readConfig(strapi.config.get('plugin::newsroom'));
  const withDrafts = (Object.keys(served) as UID.ContentType[]).filter((uid) =>
    contentTypes.hasDraftAndPublish(strapi.contentType(uid))
  );
  const readable = withDrafts
    .map((uid) => ({ uid, permissions: permissionsOf(strapi, ctx, uid) }))
    .filter(({ permissions }) => !permissions.cannot.read());
  if (withDrafts.length > 0 && readable.length === 0) throw new errors.ForbiddenError();
  return Promise.all(
    readable.map(async ({ uid, permissions }) => {
      const { filters } = await permissions.sanitizedQuery.read({});
      const { displayName } = strapi.contentType(uid).info;
      return {
        uid,
        permissions,
        label: readable.length > 1 ? displayName : null,
        where: () => params.transform(uid, filters === undefined ? {} : { filters }).where ?? {},
      };
    })
  );
};
