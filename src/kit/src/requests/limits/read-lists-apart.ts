import type { Core } from '@strapi/strapi';

import { engineOf, type ReadsApart } from '../../database';
import { currentRequest, isAuthenticating, isPanelsList, isVisitorsRead } from '../current-request';
import type { Limits } from './limits';

/**
 * Has what visitors read, and lists of the panel, wait for no writer, and keep nobody else waiting, where one process
 * does it all. Editors do not wait for visitors either.
 */
export const readListsApart = (strapi: Core.Strapi, limits: Limits): void => {
  const whoReads = (): ReadsApart | null => {
    const request = currentRequest(strapi);
    if (isVisitorsRead(request) || isAuthenticating(request)) return 'visitor';
    return isPanelsList(request) ? 'editor' : null;
  };
  engineOf(strapi.db).readApart(strapi, whoReads, {
    atOnce: limits.slowReads,
    waiting: limits.slowReadsWaiting,
    timeout: limits.statementTimeout,
  });
};
