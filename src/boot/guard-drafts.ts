import type { Core, UID } from '@strapi/strapi';
import { contentTypes, errors } from '@strapi/utils';

/** The permission, beside `find` and `findOne`, that lets a role or a token read drafts. */
const ACTION = 'findDrafts';

/** The actions that answer with rows a client has not just written itself. */
const READS = new Set(['findOne', 'findFirst', 'findMany', 'count', 'update', 'delete']);

/** Strapi offers a controller's action as a permission when it bears this mark, which routes set. */
const TYPE = Symbol.for('__type__');

const drafted = (strapi: Core.Strapi): UID.ContentType[] =>
  (Object.keys(strapi.contentTypes) as UID.ContentType[]).filter(
    (uid) => uid.startsWith('api::') && contentTypes.hasDraftAndPublish(strapi.contentType(uid))
  );

/**
 * Adds `findDrafts` to the permissions of every API content type with drafts, for roles and for
 * custom API tokens. It has no route of its own: it is asked for when a query names a status.
 */
const offerPermission = (strapi: Core.Strapi): void => {
  for (const uid of drafted(strapi)) {
    const action = Object.assign(() => undefined, { [TYPE]: ['content-api'] });
    strapi
      .get('controllers')
      .extend(uid, (controller: object) => Object.assign(controller, { [ACTION]: action }));
  }
};

const mayReadDrafts = async (
  strapi: Core.Strapi,
  auth: Parameters<Core.Strapi['auth']['verify']>[0] | undefined,
  uid: UID.ContentType
): Promise<boolean> => {
  if (!auth) {
    return false;
  }
  try {
    await strapi.auth.verify(auth, { scope: [`${uid}.${ACTION}`] });
    return true;
  } catch {
    return false;
  }
};

/**
 * Keeps drafts from whoever lacks the permission. Strapi itself answers `status=draft` to everyone
 * with `find`, and takes every status that is not exactly `published` for `draft`.
 *
 * It stands at the Document Service, which REST and GraphQL both go through, and acts only inside a
 * request of the content API that names a status: the admin panel, jobs, and the server's own reads
 * see drafts as before.
 */
const refuseDrafts = (strapi: Core.Strapi): void => {
  const guarded = new Set<string>(drafted(strapi));
  strapi.documents.use(async (context, next) => {
    const state = strapi.requestContext.get()?.state;
    const { status } = context.params as { status?: unknown };
    const asksForDrafts =
      state?.['route']?.info?.type === 'content-api' &&
      guarded.has(context.uid) &&
      READS.has(context.action) &&
      status !== undefined &&
      status !== 'published';
    if (asksForDrafts && !(await mayReadDrafts(strapi, state['auth'], context.uid))) {
      throw new errors.ForbiddenError(
        `Only published entries can be read here: "${ACTION}" is not among your permissions.`
      );
    }
    return next();
  });
};

/** Makes drafts nobody's to read through REST and GraphQL but theirs who have `findDrafts`. */
export const guardDrafts = (strapi: Core.Strapi): void => {
  offerPermission(strapi);
  refuseDrafts(strapi);
};
