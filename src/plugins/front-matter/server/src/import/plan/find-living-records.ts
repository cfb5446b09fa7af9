import type { RecordedPath } from '../../ledger/records/record';
import { findLiving } from '../../site/documents/find-living';
import { byLocale } from '../../site/in-locale';
import type { Planner } from './planner';

/** Those of some records whose documents are there, each in the locale of its file. */
export const findLivingRecords = async (
  { strapi, target }: Pick<Planner, 'strapi' | 'target'>,
  records: readonly RecordedPath[]
): Promise<ReadonlySet<RecordedPath>> => {
  const found = new Set<RecordedPath>();
  for (const [own, part] of byLocale(target, records, ({ targetLocale }) => targetLocale)) {
    const ids = part.flatMap(({ targetDocumentId }) => targetDocumentId ?? []);
    const living = await findLiving(strapi, own, ids);
    for (const record of part) if (living.has(record.targetDocumentId ?? '')) found.add(record);
  }
  return found;
};
