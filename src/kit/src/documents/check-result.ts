import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { messages } from '../texts/kit-messages';
import { panelRequest } from './panel-request';
import type { Params } from './repository';

const isNothing = (result: unknown): boolean => {
  if (result === null || result === undefined) return true;
  const { entries } = result as { entries?: unknown };
  return Array.isArray(entries) && entries.length === 0;
};

/**
 * Refuses an editor's write that did nothing, since its document is gone or not published any more.
 * The content manager looked before the lock was taken, and would show no document as one.
 *
 * @throws NotFoundError
 */
export const checkResult = (strapi: Core.Strapi, params: Params, result: unknown): void => {
  const request = panelRequest(strapi);
  const isAsked = request?.documentIds.length === 1 && request.documentIds[0] === params.documentId;
  if (!isAsked || !isNothing(result)) return;
  throw messages.error(errors.NotFoundError, 'document.gone');
};
