import type { Core } from '@strapi/strapi';

import { engineOf, type NoteSlow, type WhoReads } from '../../database';
import { currentRequest, isAuthenticating, isVisitorsRead, panelsRead } from '../current-request';
import type { Limits } from './limits';
import { formOf } from './query-form';

/**
 * Has what visitors read, and lists of the panel, wait for no writer, and keep nobody else waiting. Editors do not
 * wait for visitors either.
 *
 * @param noteSlow told of the requests of visitors that are read for where reads take long
 * @returns whether what takes long is refused for the moment
 */
export const readListsApart = (
  strapi: Core.Strapi,
  limits: Limits,
  noteSlow: NoteSlow
): (() => boolean) => {
  const whoReads: WhoReads = () => {
    const request = currentRequest(strapi);
    if (request === undefined) return null;
    const reading = {
      asker: request,
      mayWait: !isAuthenticating(request),
      form: formOf(request),
      isLong: false,
    };
    if (isVisitorsRead(request) || isAuthenticating(request)) return { ...reading, who: 'visitor' };
    const read = panelsRead(request);
    if (read === null) return null;
    // Who it is of is looked up as for every other request.
    const isLong = read === 'long' && request.state['auth'] !== undefined;
    return { ...reading, who: 'editor', isLong };
  };
  const slowLimits = {
    atOnce: limits.slowReads,
    waiting: limits.slowReadsWaiting,
    timeout: limits.statementTimeout,
  };
  return engineOf(strapi.db).readApart(strapi, whoReads, slowLimits, noteSlow);
};
