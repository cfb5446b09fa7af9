import type { SiteDocument } from '../../core/document';
import type { ImportedValues } from '../../core/plan/merge-values';
import { hasWritten, type Step } from './steps';

/** The imported values of a restored record: of each attribute those of the last applied run. */
export const restoredImported = (steps: readonly Step[], now: ImportedValues): ImportedValues => {
  const next: Record<string, ImportedValues[string]> = { ...now };
  for (const name of new Set(steps.flatMap(({ imported }) => Object.keys(imported)))) {
    const own = steps.filter(({ imported }) => name in imported);
    const last = own.findLast(({ isApplied }) => isApplied);
    const before = own[0]?.recordBefore.imported?.[name];
    next[name] = last?.imported[name] ?? before ?? { from: '-', as: '-' };
  }
  return next;
};

/** When applied runs last wrote a document; null where that is not known. */
export const restoredUpdatedAt = (
  steps: readonly Step[],
  document: SiteDocument
): string | null => {
  const writing = steps.filter(hasWritten);
  const last = writing.findLast(({ isApplied }) => isApplied);
  if (last !== undefined) return last.updatedAt;
  return (writing[0]?.before ?? document).main.updatedAt;
};

/**
 * The time at which applied runs have had the post published, in ISO 8601; null for none, undefined where none of the
 * runs has changed it.
 */
export const restoredSchedule = (steps: readonly Step[]): string | null | undefined => {
  const own = steps.filter(({ scheduledAt }) => scheduledAt !== undefined);
  const last = own.findLast(({ isApplied }) => isApplied);
  return last === undefined
    ? own[0] && (own[0].recordBefore.scheduledAt ?? null)
    : last.scheduledAt;
};

/** The addresses that a document's file asked for when an applied run last read it. */
export const restoredPaths = (steps: readonly Step[]): readonly string[] | null =>
  steps.findLast(({ isApplied, paths }) => isApplied && paths.length > 0)?.paths ??
  steps[0]?.recordBefore.paths ??
  null;
