import type { Side } from './decide-conflicts';
import { hashStatus, STATUS } from './hash-post';
import { mergeValues, type ImportedValues, type Sides } from './merge-values';

/** What is done to a document whose file is due. */
export interface Revision {
  /** Attributes and relations to write. */
  readonly write: readonly string[];
  readonly status: 'publish' | 'unpublish' | null;
  /** Attributes that both sides changed; the site keeps its own. */
  readonly conflicts: readonly string[];
  /** Attributes that both sides changed, and that it was decided for to keep the site's value. */
  readonly kept: readonly string[];
  /** Whether an editor has changed anything. */
  readonly isEdited: boolean;
}

const NOTHING_DECIDED: ReadonlyMap<string, Side> = new Map();

/**
 * Decides which values of a file are written to its document.
 *
 * An import does not publish a draft that an editor has changed, since that would publish the editor's
 * unfinished work. It is a conflict of STATUS.
 *
 * @param onConflict `overwrite` takes the archive's side of every conflict that nothing is decided for
 * @param decided whose value it is to be, by attribute; it decides conflicts alone
 */
export const planRevision = (
  base: ImportedValues,
  now: Readonly<Record<string, Sides>>,
  onConflict: 'keep' | 'overwrite',
  decided = NOTHING_DECIDED
): Revision => {
  const merge = mergeValues(base, now);
  const isShown = now[STATUS]?.site === hashStatus(true);
  const isEdited = merge.edited.length > 0 || merge.conflicts.length > 0;
  const publishesEdits = merge.write.includes(STATUS) && !isShown && isEdited;
  const all = publishesEdits ? [...merge.conflicts, STATUS] : merge.conflicts;
  const unless = onConflict === 'overwrite' ? 'archive' : null;
  const of = (side: Side | null): readonly string[] =>
    all.filter((name) => (decided.get(name) ?? unless) === side);
  const [taken, kept, conflicts] = [of('archive'), of('site'), of(null)];
  const write = [...new Set([...merge.write, ...taken])].filter(
    (name) => !kept.includes(name) && !conflicts.includes(name)
  );
  return {
    write: write.filter((name) => name !== STATUS),
    status: !write.includes(STATUS) ? null : isShown ? 'unpublish' : 'publish',
    conflicts,
    kept,
    isEdited,
  };
};
