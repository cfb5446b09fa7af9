import type { SiteDocument } from '../../core/document';
import { STATUS } from '../../core/plan/hash-post';
import { NOTHING, type ImportedValues } from '../../core/plan/merge-values';
import { conflictRunOf, type StoredRecord } from '../../ledger/records/record';
import { hashIn, type Step } from './steps';

type Marks = Pick<StoredRecord, 'status' | 'conflicts' | 'conflictRun'>;

const conflictsOf = ({ status, conflicts }: StoredRecord): readonly string[] =>
  status === 'conflict' ? (conflicts ?? []) : [];

/** The attributes whose conflict ended with a run: settled, overwritten, or both sides the same. */
const endedBy = ({ recordBefore, conflicts }: Step): readonly string[] =>
  conflictsOf(recordBefore).filter((name) => conflicts?.includes(name) !== true);

/** Whether an attribute is in conflict without a run that had ended that: the archive's value is news again, and the site has another. */
const isBack = (
  { imported }: Step,
  restored: ImportedValues,
  { main }: SiteDocument,
  name: string
): boolean => {
  const { from, as } = imported[name] ?? NOTHING;
  return (
    from !== (restored[name] ?? NOTHING).from && (name === STATUS || hashIn(main, name) !== as)
  );
};

/**
 * What a record says of conflicts after runs were undone or redone that had ended some; nothing where none of them had.
 *
 * @param imported the imported values that the record gets
 * @param document as it is now
 */
export const restoredConflicts = (
  steps: readonly Step[],
  record: StoredRecord,
  imported: ImportedValues,
  document: SiteDocument
): Partial<Marks> => {
  const toggled = steps.filter(
    (step) => step.wasApplied !== step.isApplied && endedBy(step).length > 0
  );
  if (toggled.length === 0 || !['imported', 'conflict'].includes(record.status)) return {};
  const names = new Set(conflictsOf(record));
  let run = conflictRunOf(record);
  for (const step of toggled) {
    for (const name of endedBy(step)) {
      if (step.isApplied) names.delete(name);
      else if (isBack(step, imported, document, name)) names.add(name);
    }
    run ??= conflictRunOf(step.recordBefore);
  }
  return names.size === 0
    ? { status: 'imported', conflicts: null, conflictRun: null }
    : { status: 'conflict', conflicts: [...names], conflictRun: run };
};
