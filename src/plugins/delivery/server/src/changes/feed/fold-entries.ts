import type { Entry } from './read-entries';

/** All that became of a document in one language, within a page. */
export interface Change {
  readonly uid: string;
  readonly documentId: string;
  readonly locale: string;
  /** Whether it was not published before. */
  readonly isNew: boolean;
  /** When it last changed. */
  readonly at: number;
}

/** A page of changes, and the last entry that it is made of. */
export interface Folded {
  readonly changes: readonly Change[];
  readonly last: Entry | undefined;
  /** Whether there are entries behind it. */
  readonly isCut: boolean;
}

/** One key for all that is told of a document in one language. */
export const keyOf = ({
  uid,
  documentId,
  locale,
}: Pick<Change, 'uid' | 'documentId' | 'locale'>): string =>
  JSON.stringify([uid, documentId, locale]);

/**
 * Folds entries to one change of each document, in the order of their last ones.
 *
 * @param isAsked whether entries of a type are asked for
 * @param limit how many changes there may be
 */
export const foldEntries = (
  entries: readonly Entry[],
  isAsked: (uid: string) => boolean,
  limit: number
): Folded => {
  const changes = new Map<string, Change>();
  let last: Entry | undefined;
  for (const entry of entries) {
    const { uid, documentId, locale, kind, at } = entry;
    // A row without an id of a document cannot be asked for.
    if (isAsked(uid) && documentId !== '') {
      const key = keyOf(entry);
      const known = changes.get(key);
      if (known === undefined && changes.size === limit) {
        return { changes: [...changes.values()], last, isCut: true };
      }
      changes.delete(key);
      changes.set(key, {
        ...{ uid, documentId, locale, at },
        isNew: known?.isNew ?? kind === 'added',
      });
    }
    last = entry;
  }
  return { changes: [...changes.values()], last, isCut: false };
};
