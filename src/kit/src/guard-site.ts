import type { Core } from '@strapi/strapi';

import { guardDatabase, prepareDatabase } from './database';
import { guardDocuments } from './documents/guard-documents';
import { handleRejections } from './handle-rejections';
import { finishRequests } from './operations';
import { guardRequests } from './requests';

const DONE = Symbol.for('strapi-plugin-kit.done');

/** Several plugins bring this package, perhaps each its own copy: the first one does it. */
const isFirst = (strapi: Core.Strapi, step: string): boolean => {
  const site = strapi as Core.Strapi & { [DONE]?: Set<string> };
  const done = (site[DONE] ??= new Set());
  if (done.has(step)) return false;
  done.add(step);
  return true;
};

/** Guards an application's database and requests. To be called by every plugin's `register`. */
export const guardSite = (strapi: Core.Strapi): void => {
  if (!isFirst(strapi, 'register')) return;
  handleRejections();
  finishRequests(strapi);
  guardDatabase(strapi);
  guardRequests(strapi);
};

/** Guards its documents, too, when all types are known. To be called by every plugin's `bootstrap`. */
export const guardDocumentsOf = async (strapi: Core.Strapi): Promise<void> => {
  if (!isFirst(strapi, 'bootstrap')) return;
  await prepareDatabase(strapi);
  guardDocuments(strapi);
};
