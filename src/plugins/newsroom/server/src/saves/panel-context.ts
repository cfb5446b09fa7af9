import type { Context } from '../permissions/permissions';
import type { Asked } from '../reading/read-document';

/** What a request to the content manager is about; null for a document that is not there yet. */
export const askedBy = (ctx: Context): Asked | null => {
  const { model, id } = ctx.params as Readonly<Record<string, unknown>>;
  if (typeof model !== 'string' || typeof id !== 'string') return null;
  const body: unknown = ctx.request.body;
  const own = typeof body === 'object' && body !== null && 'locale' in body ? body.locale : null;
  const locale = own ?? ctx.query['locale'];
  return { uid: model, documentId: id, locale: typeof locale === 'string' ? locale : undefined };
};
