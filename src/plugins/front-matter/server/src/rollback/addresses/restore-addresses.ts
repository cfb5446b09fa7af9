import type { SiteDocument } from '../../core/document';
import { addressesOf } from '../../site/addresses';
import { saveRefusedOnRestore } from '../../contests/refused-addresses';
import type { RollbackJob } from '../job/rollback-job';
import type { RestorePlan, ValuesToWrite } from '../plan/plan-restore';
import type { Step } from '../plan/steps';

type RowsToWrite = { readonly main: ValuesToWrite; readonly published: ValuesToWrite };

/**
 * Claims the addresses that a document is to have, before its rows are written: another document
 * may have taken its slug in the meantime.
 *
 * @returns the values to write, with the slug that the document was given
 */
export const restoreAddresses = async (
  job: RollbackJob,
  steps: readonly Step[],
  document: SiteDocument,
  { main, published }: RestorePlan
): Promise<RowsToWrite> => {
  const name = job.target.fields.get('slug')?.name;
  const addresses = addressesOf(job.strapi, job.target.uid);
  const toWrite = { main, published };
  if (addresses === null) return toWrite;
  const isPublic = name !== undefined && name in published;
  const slug = name === undefined ? undefined : (published[name] ?? main[name]);
  const paths = steps
    .filter(({ wasApplied, isApplied }) => isApplied && !wasApplied)
    .flatMap((step) => step.paths);
  if (name === undefined || (typeof slug !== 'string' && paths.length === 0)) return toWrite;
  const current = (document.published ?? document.main).values[name];
  const wanted = typeof slug === 'string' ? slug : current;
  const kept = await addresses.keep([
    {
      documentId: document.documentId,
      locale: job.target.locale,
      slug: typeof wanted === 'string' ? wanted : null,
      title: null,
      fallback: null,
      published: document.published !== null && (isPublic || typeof slug !== 'string'),
      fresh: false,
      paths,
    },
  ]);
  await saveRefusedOnRestore(job, kept);
  const [own] = kept;
  if (own === undefined || typeof slug !== 'string') return toWrite;
  const withSlug = (row: ValuesToWrite): ValuesToWrite =>
    name in row ? { ...row, [name]: own.slug } : row;
  return { main: withSlug(main), published: withSlug(published) };
};
