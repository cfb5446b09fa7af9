import type { Core } from '@strapi/strapi';

import { engineOf } from '../database';
import { currentRequest, isVisitorsRead } from './requester';

/** Lets other requests be answered between two queries of a visitor's. */
export const letOthersIn = (strapi: Core.Strapi): void =>
  engineOf(strapi.db).letOthersIn(strapi.db, () => isVisitorsRead(currentRequest(strapi)));
