import { addressesOf } from '../../write/addresses';
import type { SiteDocument } from '../../write/load-documents';
import { noteKept } from '../contests/note-contests';
import type { FoldedDocument, Writes } from './fold-document';
import type { RollbackJob } from './job';
import type { Step } from './steps';

type RowWrites = { readonly main: Writes; readonly published: Writes };

/**
 * Gives a document the addresses that it is to have, before its rows say so: another document may
 * have taken its slug in the meantime.
 */
export const settleAddresses = async (
  job: RollbackJob,
  steps: readonly Step[],
  document: SiteDocument,
  { main, published }: FoldedDocument
): Promise<RowWrites> => {
  const name = job.target.fields.get('slug')?.name;
  const addresses = addressesOf(job.strapi, job.target.uid);
  const writes = { main, published };
  if (addresses === null) return writes;
  const isPublic = name !== undefined && name in published;
  const slug = name === undefined ? undefined : (published[name] ?? main[name]);
  const paths = steps.filter(({ stood, stands }) => stands && !stood).flatMap((step) => step.paths);
  if (name === undefined || (typeof slug !== 'string' && paths.length === 0)) return writes;
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
  await noteKept(job, kept);
  const [own] = kept;
  if (own === undefined || typeof slug !== 'string') return writes;
  const withSlug = (row: Writes): Writes => (name in row ? { ...row, [name]: own.slug } : row);
  return { main: withSlug(main), published: withSlug(published) };
};

/** The addresses that a document's file asked for when a run that counts last read it. */
export const foldPaths = (steps: readonly Step[]): readonly string[] | null =>
  steps.findLast(({ stands, paths }) => stands && paths.length > 0)?.paths ??
  steps[0]?.recordBefore.paths ??
  null;

/** Lets go of the addresses that runs brought which count no more, after the document's rows are written. */
export const forgetAddresses = async (
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
  const gone = steps.filter(({ stood, stands }) => stood && !stands);
  const standing = steps.filter(({ stands }) => stands);
  const before = name === undefined ? null : first.before.main.values[name];
  const keptSlugs = new Set([
    ...slugsOf(standing),
    ...(typeof before === 'string' ? [before] : []),
  ]);
  const keptPaths = new Set([
    ...standing.flatMap(({ paths }) => paths),
    ...(first.recordBefore.paths ?? []),
  ]);
  const slugs = slugsOf(gone).filter((slug) => !keptSlugs.has(slug));
  const paths = gone.flatMap((step) => step.paths).filter((path) => !keptPaths.has(path));
  if (slugs.length + paths.length === 0) return;
  await addresses.forget([{ documentId, locale: job.target.locale, slugs, paths }]);
};
