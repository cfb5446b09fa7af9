import type { Transaction } from 'strapi-plugin-kit/database';

import type { JsonValue } from '../../core/post';
import { rowsToSet } from '../../write/linked-rows';
import type { SiteRow } from '../../write/load-documents';
import type { Writes } from './fold-document';
import type { RollbackJob } from './job';
import { resolveTerms } from './revive-terms';
import { idsIn } from './successors';

type Data = Record<string, JsonValue | { set: number[] }>;

/** Values as the database layer takes them: terms by their rows, made again where a rollback removed them. */
const dataOf = async (
  job: RollbackJob,
  trx: Transaction,
  writes: Writes,
  isShown: boolean
): Promise<Data> => {
  const data: Data = { ...writes };
  for (const terms of job.target.terms) {
    const value = writes[terms.attribute];
    if (value === undefined) continue;
    const ids = idsIn([value]);
    const documents = await resolveTerms(job, trx, terms, ids);
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
  writes: Writes,
  isShown: boolean
): Promise<void> => {
  if (Object.keys(writes).length === 0) return;
  const data = await dataOf(job, trx, writes, isShown);
  await job.strapi.db.query(job.target.uid).update({ where: { id: row.id }, data });
};

/** Makes what the public saw of a document again. */
export const writePublished = async (
  job: RollbackJob,
  trx: Transaction,
  documentId: string,
  row: SiteRow
): Promise<void> => {
  const { values, terms, createdAt, updatedAt, publishedAt } = row;
  const data = await dataOf(job, trx, { ...values, ...terms } as Writes, true);
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
