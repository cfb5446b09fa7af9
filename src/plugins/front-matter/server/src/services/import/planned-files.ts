import type { FittedPost } from '../../core/plan/fit-post';
import { documentId } from '../../write/document-id';
import type { PlannedFile } from './plan-batch';

/** A file that becomes a document, and the id that the document is to have. */
export type Creation = Extract<PlannedFile, { readonly action: 'create' }> & {
  readonly documentId: string;
};

/** A file whose document is there. */
export type Revising = Extract<PlannedFile, { readonly action: 'revise' }>;

/** The files of a plan that become documents. */
export const creationsOf = (files: readonly PlannedFile[]): readonly Creation[] =>
  files.flatMap((planned) =>
    planned.action === 'create'
      ? [
          {
            action: planned.action,
            file: planned.file,
            record: planned.record,
            maybeMovedFrom: planned.maybeMovedFrom,
            documentId: documentId(),
          },
        ]
      : []
  );

/** The files of a plan whose documents are there, whether they change or not. */
export const revisionsOf = (files: readonly PlannedFile[]): readonly Revising[] =>
  files.filter((planned) => planned.action === 'revise');

export const changesDocument = ({ revision }: Revising): boolean =>
  revision.write.length > 0 || revision.status !== null;

/** The posts that are written, in the order in which their terms are made. */
export const postsToWrite = (
  creations: readonly Creation[],
  revisions: readonly Revising[]
): readonly FittedPost[] => [
  ...creations.map(({ file }) => file.post),
  ...revisions.filter(changesDocument).map(({ file }) => file.post),
];
