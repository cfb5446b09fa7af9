import { guardImport } from './guard';
import type { ImportJob } from './prepare';

/**
 * Looks again what the ledger knows, now that nobody else may write there, where another import
 * went in front between the first look and the lock.
 *
 * @throws as `guardImport`
 */
export const lookAgain = async (job: ImportJob): Promise<ImportJob> => {
  const { planner, options, writer } = job;
  if (writer === null || (await planner.records.lastId()) === planner.presence.lastId) return job;
  const presence = await guardImport(planner, options.name !== null);
  return { ...job, planner: { ...planner, presence } };
};
