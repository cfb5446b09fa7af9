import type { Core, UID } from '@strapi/strapi';
import { contentTypes, errors } from '@strapi/utils';
import { lockDocuments, retryTransaction } from 'strapi-plugin-kit/database';
import { languageOf, saidIn } from 'strapi-plugin-kit/texts';

import { messages } from '../messages';
import type { BulkDeed, BulkOutcome, BulkRequest } from '../panel/contract';
import { type Context, permissionsOf } from '../permissions/permissions';

type Document = Readonly<Record<string, unknown>>;
type Terms = Extract<BulkDeed, { readonly attribute: string }>;

interface Change {
  readonly strapi: Core.Strapi;
  readonly ctx: Context;
  readonly uid: UID.ContentType;
  readonly request: BulkRequest;
}

const mayNot = (): Error => messages.error(errors.ForbiddenError, 'document.may-not');

const relatedIds = (document: Document, attribute: string): readonly string[] =>
  [document[attribute] ?? []]
    .flat()
    .map((related) => (related as { readonly documentId: string }).documentId);

/** Connects what is not connected yet, or takes away what is: the others keep their places. */
const relate = async (
  { strapi, ctx, uid, request }: Change,
  document: Document,
  documentId: string,
  { kind, attribute, terms }: Terms
): Promise<boolean> => {
  const has = new Set(relatedIds(document, attribute));
  const changed = terms.filter((term) => has.has(term) === (kind === 'remove'));
  if (changed.length === 0) return false;
  const asked = { [attribute]: { [kind === 'add' ? 'connect' : 'disconnect']: changed } };
  const permitted = await permissionsOf(strapi, ctx, uid).sanitizeUpdateInput(document)(asked);
  if (!(attribute in permitted)) throw mayNot();
  const user = ctx.state['user'] as { readonly id: number };
  await strapi.documents(uid).update({
    documentId,
    ...localeOf(request),
    data: { ...asked, updatedBy: user.id } as never,
  });
  return true;
};

const localeOf = ({ locale }: BulkRequest): object =>
  locale === null || locale === undefined || locale === '' ? {} : { locale };

const unpublish = async (
  { strapi, uid, request }: Change,
  documentId: string
): Promise<boolean> => {
  const published = await strapi.documents(uid).findOne({
    documentId,
    ...localeOf(request),
    status: 'published',
    fields: ['documentId'] as never,
  });
  if (published === null) return false;
  await strapi.documents(uid).unpublish({ documentId, ...localeOf(request) });
  return true;
};

/** Does it to one document, in a transaction of its own; answers with whether anything was changed. */
const changeOne = (change: Change, documentId: string): Promise<boolean> => {
  const { strapi, ctx, uid, request } = change;
  const { deed } = request;
  return retryTransaction(strapi.db, async (trx) => {
    await lockDocuments(strapi, trx, uid, [documentId]);
    const related =
      deed.kind === 'unpublish' ? {} : { [deed.attribute]: { fields: ['documentId'] } };
    const document = (await strapi.documents(uid).findOne({
      documentId,
      ...localeOf(request),
      ...(contentTypes.hasDraftAndPublish(strapi.contentType(uid)) ? { status: 'draft' } : {}),
      populate: { createdBy: { populate: ['roles'] }, ...related } as never,
    })) as Document | null;
    if (document === null) throw messages.error(errors.NotFoundError, 'document.gone');
    const { cannot } = permissionsOf(strapi, ctx, uid);
    const isForbidden =
      cannot.read(document) ||
      (deed.kind === 'unpublish' ? cannot.publish(document) : cannot.update(document));
    if (isForbidden) throw mayNot();
    return deed.kind === 'unpublish'
      ? unpublish(change, documentId)
      : relate(change, document, documentId, deed);
  });
};

/**
 * Does one thing to some documents, one after the other, each as if it were saved by itself: hooks, addresses and lists
 * hear of it. One that fails leaves the others alone.
 */
export const changeDocuments = async (change: Change): Promise<readonly BulkOutcome[]> => {
  const { strapi, ctx, request } = change;
  const language = languageOf(strapi, ctx);
  const outcomes: BulkOutcome[] = [];
  for (const documentId of new Set(request.documentIds)) {
    try {
      const isChanged = await changeOne(change, documentId);
      outcomes.push({ documentId, outcome: isChanged ? 'done' : 'unchanged', message: null });
    } catch (error) {
      const isForEditors = error instanceof errors.ApplicationError;
      if (!isForEditors) strapi.log.error(error);
      const message = isForEditors
        ? saidIn(language, error)
        : messages.in(language, 'document.failed');
      outcomes.push({ documentId, outcome: 'failed', message });
    }
  }
  return outcomes;
};
