import type { Transaction } from 'strapi-plugin-kit/database';

import type { SiteRow } from '../../core/document';
import type { JsonValue } from '../../core/post';
import { rowsToSet } from '../../site/links/linked-rows';
import type { RollbackJob } from '../job/rollback-job';
import type { ValuesToWrite } from '../plan/plan-restore';
import { idsIn } from '../terms/find-current-terms';
import { findOrRecreateTerms } from '../terms/recreate-terms';

type Data = Record<string, JsonValue | { set: number[] }>;

/**
 * Values as the database layer takes them: terms by their row ids, recreated where a rollback
 * removed them.
 */
const dataOf = async (
  job: RollbackJob,
  trx: Transaction,
  toWrite: ValuesToWrite,
  isShown: boolean
): Promise<Data> => {
  const data: Data = { ...toWrite };
  for (const terms of job.target.terms) {
    const value = toWrite[terms.attribute];
    if (value === undefined) continue;
    const ids = idsIn([value]);
    const documents = await findOrRecreateTerms(job, trx, terms, ids);
    const inOrder = [...new Set(ids.flatMap((id) => documents.get(id) ?? []))];
    data[terms.attribute] = { set: rowsToSet(job.target, inOrder, isShown) };
  }
  return data;
};

/** Writes values into one row of a document. */
export const writeRow = async (
  job: RollbackJob,
  trx: Transaction,
  row: SiteRow,
  toWrite: ValuesToWrite,
  isShown: boolean
): Promise<void> => {
  if (Object.keys(toWrite).length === 0) return;
  const data = await dataOf(job, trx, toWrite, isShown);
  await job.strapi.db.query(job.target.uid).update({ where: { id: row.id }, data });
};

/** Recreates the published row of a document. */
export const writePublished = async (
  job: RollbackJob,
  trx: Transaction,
  documentId: string,
  row: SiteRow
): Promise<void> => {
  const { values, terms, createdAt, updatedAt, publishedAt } = row;
  const data = await dataOf(job, trx, { ...values, ...terms } as ValuesToWrite, true);
  await job.strapi.db.query(job.target.uid).create({
    data: {
      ...data,
      documentId,
      locale: job.target.locale,
      createdAt,
      updatedAt,
      publishedAt,
    },
  });
};
