import { addressesOf } from '../../site/addresses';
import type { RollbackJob } from '../job/rollback-job';
import type { Step } from '../plan/steps';

/** Frees addresses that only undone runs have asked for, after the document's rows are written. */
export const freeUndoneAddresses = async (
  job: RollbackJob,
  steps: readonly Step[],
  documentId: string
): Promise<void> => {
  const addresses = addressesOf(job.strapi, job.target.uid);
  const [first] = steps;
  if (addresses === null || first === undefined) return;
  const name = job.target.fields.get('slug')?.name;
  const slugsOf = (some: readonly Step[]): string[] =>
    some.flatMap(({ written }) => {
      const slug = name === undefined ? undefined : written[name];
      return typeof slug === 'string' ? [slug] : [];
    });
  const undone = steps.filter(({ wasApplied, isApplied }) => wasApplied && !isApplied);
  const applied = steps.filter(({ isApplied }) => isApplied);
  const before = name === undefined ? null : first.before.main.values[name];
  const keptSlugs = new Set([...slugsOf(applied), ...(typeof before === 'string' ? [before] : [])]);
  const keptPaths = new Set([
    ...applied.flatMap(({ paths }) => paths),
    ...(first.recordBefore.paths ?? []),
  ]);
  const slugs = slugsOf(undone).filter((slug) => !keptSlugs.has(slug));
  const paths = undone.flatMap((step) => step.paths).filter((path) => !keptPaths.has(path));
  if (slugs.length + paths.length === 0) return;
  await addresses.forget([{ documentId, locale: job.target.locale, slugs, paths }]);
};
