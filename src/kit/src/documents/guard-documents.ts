import type { Core } from '@strapi/strapi';

import { isReadOnly, lockDocuments, readOnly } from '../database';
import { repositoryOf } from './repository';
import { panelRequest } from './panel-request';
import { queueWrite } from './queue-write';
import { lockWrites } from './lock-writes';

type Transact = Core.Strapi['db']['transaction'];
type Work = NonNullable<Parameters<Transact>[0]>;

const READS = ['findMany', 'findFirst', 'findOne', 'count'];

const WRITES = ['create', 'clone', 'update', 'delete', 'publish', 'unpublish', 'discardDraft'];

/**
 * Has the transactions that the content manager opens itself lock their documents before they read
 * anything, and retries them as a whole: within one, nothing can be retried.
 */
const guardPanel = (strapi: Core.Strapi): Transact => {
  const { db } = strapi;
  const transact = db.transaction.bind(db) as Transact;
  const guarded = (work?: Work): Promise<unknown> => {
    const request =
      work === undefined || db.inTransaction() || isReadOnly() ? null : panelRequest(strapi);
    if (work === undefined || request === null) return transact(work as Work);
    const { uid, documentIds } = request;
    const attempt = () =>
      transact(async (tools) => {
        await lockDocuments(strapi, tools.trx, uid, documentIds);
        return work(tools);
      });
    return queueWrite(uid, documentIds, attempt);
  };
  db.transaction = guarded as Transact;
  return transact;
};

/**
 * Guards the documents of every type, whichever door they are written by. To be called when every
 * type is known, and before any traffic.
 */
export const guardDocuments = (strapi: Core.Strapi): void => {
  const transact = guardPanel(strapi);
  for (const uid of Object.keys(strapi.contentTypes)) {
    const repository = repositoryOf(strapi, uid);
    for (const name of READS) {
      const action = repository[name];
      if (action) repository[name] = (params) => readOnly(() => action(params));
    }
    for (const name of WRITES) {
      const action = repository[name];
      if (action) repository[name] = lockWrites(strapi, transact, uid, name, action);
    }
  }
};
