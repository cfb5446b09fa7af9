import { guardImport } from './guard/guard-import';
import type { ImportJob } from './job/import-job';
import { isNameMeant } from './job/options';

/**
 * Checks the archive against the ledger again, now that the run has the lock, where another import
 * has written to the ledger since the first check.
 *
 * @throws as `guardImport`
 */
export const guardAgain = async (job: ImportJob): Promise<ImportJob> => {
  const { planner, options, writer } = job;
  if (writer === null || (await planner.records.lastId()) === planner.presence.lastId) return job;
  const presence = await guardImport(planner, isNameMeant(options));
  return { ...job, planner: { ...planner, presence } };
};
