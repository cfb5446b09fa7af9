import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { ServedType } from '../served-type';

type Context = Parameters<Core.ControllerHandler>[0];
type Deed = 'read' | 'create' | 'update';

/** What is used of the content manager's own checks. */
interface PermissionChecker {
  readonly cannot: Readonly<Record<Deed, (entity?: unknown) => boolean>>;
}

interface CheckerService {
  create(options: { userAbility: unknown; model: string }): PermissionChecker;
}

/**
 * Lets pass who may do in the content manager what is done here: to the type, and to the document
 * where there is one.
 *
 * @throws ForbiddenError, or NotFoundError for a document that is not there.
 */
export async function demand(
  strapi: Core.Strapi,
  ctx: Context,
  type: ServedType,
  deed: Deed,
  document: { readonly documentId: string; readonly locale: string } | null
): Promise<void> {
  const checker = strapi
    .plugin('content-manager')
    .service<CheckerService>('permission-checker')
    .create({ userAbility: ctx.state['userAbility'], model: type.uid });
  if (checker.cannot[deed]()) throw new errors.ForbiddenError();
  if (document === null) return;
  const { documentId, locale } = document;
  const entity = await strapi.documents(type.uid).findOne({
    documentId,
    ...(type.localised && locale !== '' ? { locale } : {}),
    populate: ['createdBy', 'createdBy.roles'],
  });
  if (!entity) throw new errors.NotFoundError();
  if (checker.cannot[deed](entity)) throw new errors.ForbiddenError();
}
