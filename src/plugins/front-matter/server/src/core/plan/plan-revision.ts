import { digestStatus, STATUS } from './digest-post';
import { mergeValues, type ImportedValues, type Sides } from './merge-values';

/** What becomes of a document whose file is to be looked at again. */
export interface Revision {
  /** Attributes and relations to write. */
  readonly write: readonly string[];
  readonly status: 'publish' | 'unpublish' | null;
  /** Attributes that both sides changed; the site keeps its own. */
  readonly conflicts: readonly string[];
}

/**
 * Decides what of a file goes into the document it became.
 *
 * A draft that an editor has changed is not published by an import: that would publish the
 * editor's work unasked. It is a conflict of STATUS.
 *
 * @param onConflict `overwrite` takes the archive's side of every conflict
 */
export const planRevision = (
  base: ImportedValues,
  now: Readonly<Record<string, Sides>>,
  onConflict: 'keep' | 'overwrite'
): Revision => {
  const merge = mergeValues(base, now);
  const isShown = now[STATUS]?.site === digestStatus(true);
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
  };
};
