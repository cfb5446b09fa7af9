import { hashStatus, STATUS } from './hash-post';
import { mergeValues, type ImportedValues, type Sides } from './merge-values';

/** What is done to a document whose file is due. */
export interface Revision {
  /** Attributes and relations to write. */
  readonly write: readonly string[];
  readonly status: 'publish' | 'unpublish' | null;
  /** Attributes that both sides changed; the site keeps its own. */
  readonly conflicts: readonly string[];
  /** Whether an editor has changed anything. */
  readonly isEdited: boolean;
}

/**
 * Decides which values of a file are written to its document.
 *
 * An import does not publish a draft that an editor has changed, since that would publish the editor's
 * unfinished work. It is a conflict of STATUS.
 *
 * @param onConflict `overwrite` takes the archive's side of every conflict
 */
export const planRevision = (
  base: ImportedValues,
  now: Readonly<Record<string, Sides>>,
  onConflict: 'keep' | 'overwrite'
): Revision => {
  const merge = mergeValues(base, now);
  const isShown = now[STATUS]?.site === hashStatus(true);
  const publishesEdits = merge.write.includes(STATUS) && !isShown && merge.edited.length > 0;
  const conflicts = publishesEdits ? [...merge.conflicts, STATUS] : merge.conflicts;
  const taken = onConflict === 'overwrite' ? [...merge.write, ...conflicts] : merge.write;
  const write = [...new Set(taken)].filter(
    (name) => onConflict === 'overwrite' || !conflicts.includes(name)
  );
  return {
    write: write.filter((name) => name !== STATUS),
    status: !write.includes(STATUS) ? null : isShown ? 'unpublish' : 'publish',
    conflicts: onConflict === 'overwrite' ? [] : conflicts,
    isEdited: merge.edited.length > 0 || merge.conflicts.length > 0,
  };
};
