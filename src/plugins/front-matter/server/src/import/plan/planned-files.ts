import { STATUS } from '../../core/plan/hash-post';
import type { FittedPost } from '../../core/fit/fit-post';
import type { Target } from '../../site/target';
import type { Creation, PlannedFile, Revising } from './planned-file';

/** The files of a plan that become documents. */
export const creationsOf = (files: readonly PlannedFile[]): readonly Creation[] =>
  files.filter((planned) => planned.action === 'create');

/** The documents that a plan writes to and that are on the site already, for others to write to. */
export const documentsThere = (files: readonly PlannedFile[]): readonly string[] => [
  ...revisionsOf(files).map(({ document }) => document.documentId),
  ...creationsOf(files).flatMap((each) => (each.isThere ? [each.documentId] : [])),
];

/** The files of a plan whose documents are there, whether they change or not. */
export const revisionsOf = (files: readonly PlannedFile[]): readonly Revising[] =>
  files.filter((planned) => planned.action === 'revise');

export const changesDocument = ({ revision }: Revising): boolean =>
  revision.write.length > 0 || revision.status !== null;

/** Whether a file that has changed may be another one's better or worse where both ask for an address. */
export const changesStanding = (
  { file, record }: Revising,
  { fields }: Pick<Target, 'fields'>
): boolean => {
  const names = [STATUS, fields.get('date')?.name ?? STATUS];
  const { path, paths, imported } = record;
  return (
    file.path !== path ||
    file.post.paths.join('\n') !== (paths ?? []).join('\n') ||
    names.some((name) => file.hashes[name] !== imported?.[name]?.from)
  );
};

/** The posts that are written, in the order in which their terms are made. */
export const postsToWrite = (
  creations: readonly Creation[],
  revisions: readonly Revising[]
): readonly FittedPost[] => [
  ...creations.map(({ file }) => file.post),
  ...revisions.filter(changesDocument).map(({ file }) => file.post),
];
