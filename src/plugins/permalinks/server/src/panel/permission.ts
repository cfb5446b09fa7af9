import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { messages } from '../messages';
import type { ServedType } from '../served-type';
import { MANAGE_REDIRECTS } from './register-actions';

type Context = Parameters<Core.ControllerHandler>[0];
type Deed = 'read' | 'create' | 'update';

interface DocumentInLocale {
  readonly documentId: string;
  readonly locale: string;
}

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
  document: DocumentInLocale | null
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

/**
 * Lets pass who may add and remove redirects, and update the document that they lead to.
 *
 * @throws ForbiddenError, or NotFoundError for a document that is not there.
 */
export async function demandRedirects(
  strapi: Core.Strapi,
  ctx: Context,
  type: ServedType,
  document: DocumentInLocale
): Promise<void> {
  const ability = ctx.state['userAbility'] as { can(action: string): boolean };
  if (!ability.can(MANAGE_REDIRECTS)) {
    // Of a forbidden request's errors, Strapi shows the words of this one alone.
    throw messages.error(errors.PolicyError, 'redirect.forbidden');
  }
  await demand(strapi, ctx, type, 'update', document);
}

/** Whether `demandRedirects` would let pass. */
export async function mayRedirect(...asked: Parameters<typeof demandRedirects>): Promise<boolean> {
  try {
    await demandRedirects(...asked);
    return true;
  } catch (error) {
    if (error instanceof errors.ForbiddenError) return false;
    throw error;
  }
}

/**
 * Lets pass who may fill in the form of a document, as the content manager has it: one that is
 * there is updated, a new document or a further locale of one is created.
 *
 * @throws ForbiddenError, or NotFoundError for a document that is in no locale.
 */
export async function demandForm(
  strapi: Core.Strapi,
  ctx: Context,
  type: ServedType,
  document: DocumentInLocale | null
): Promise<void> {
  const isNew = document === null || (await isNewLocale(strapi, type, document));
  await demand(strapi, ctx, type, isNew ? 'create' : 'update', isNew ? null : document);
}

async function isNewLocale(
  { db }: Core.Strapi,
  type: ServedType,
  { documentId, locale }: DocumentInLocale
): Promise<boolean> {
  if (!type.localised || locale === '') return false;
  const count = (where: object) => db.query(type.uid).count({ where: { documentId, ...where } });
  return (await count({ locale })) === 0 && (await count({})) > 0;
}
