import type { Core } from '@strapi/strapi';

import type { DocumentSchedule, ScheduledDeed, ScheduledTime } from '../panel/schedule-contract';
import { DEEDS, SCHEDULE, type ScheduleRow } from './schedule';

const NOTHING: DocumentSchedule = { publish: null, unpublish: null };

/**
 * A row as the panel is told of it.
 *
 * @param language the panel's
 */
export const timeOf = (row: ScheduleRow, language: string): ScheduledTime => ({
  at: new Date(row.dueAt).toISOString(),
  by: row.userName ?? '',
  failed: row.failedAt === null ? null : (row.reason?.[language] ?? row.reason?.['en'] ?? ''),
});

/** What is to be done with documents, by their ids. Documents that nothing is to be done with are left out. */
export const readSchedules = async (
  { db }: Core.Strapi,
  uid: string,
  documentIds: readonly string[],
  language: string,
  panelLanguage: string
): Promise<ReadonlyMap<string, DocumentSchedule>> => {
  const found = new Map<string, DocumentSchedule>();
  if (documentIds.length === 0) return found;
  const rows: readonly ScheduleRow[] = await db.query(SCHEDULE).findMany({
    where: { contentType: uid, target: { $in: [...documentIds] }, language },
    limit: documentIds.length * DEEDS.length,
  });
  for (const row of rows) {
    const deed: ScheduledDeed = row.deed;
    const before = found.get(row.target) ?? NOTHING;
    found.set(row.target, { ...before, [deed]: timeOf(row, panelLanguage) });
  }
  return found;
};

/** What is to be done with one document. */
export const readSchedule = async (
  strapi: Core.Strapi,
  uid: string,
  documentId: string,
  language: string,
  panelLanguage: string
): Promise<DocumentSchedule> => {
  const all = await readSchedules(strapi, uid, [documentId], language, panelLanguage);
  return all.get(documentId) ?? NOTHING;
};
