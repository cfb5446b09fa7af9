import type { Core } from '@strapi/strapi';

import { engineOf } from '../../database';
import { currentRequest, isVisitorsRead } from '../current-request';

/** Yields to the event loop between two queries of a visitor's: other requests are answered meanwhile. */
export const yieldBetweenQueries = (strapi: Core.Strapi): void =>
  engineOf(strapi.db).yieldOnAcquire(strapi.db, () => isVisitorsRead(currentRequest(strapi)));
