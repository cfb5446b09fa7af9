import type { SiteDocument } from '../../core/document';
import { decideConflicts, type Decided } from '../../core/plan/decide-conflicts';
import type { Sides } from '../../core/plan/merge-values';
import { planRevision, type Revision } from '../../core/plan/plan-revision';
import type { StoredRecord } from '../../ledger/records/record';
import type { ReadyFile } from './planned-file';
import type { Planner } from './planner';

/** Decides which values of a file are written to its document, with what somebody has decided about its conflicts. */
export const planDecided = (
  { onConflict, decisions }: Pick<Planner, 'onConflict' | 'decisions'>,
  { path, checksum }: Pick<ReadyFile, 'path' | 'checksum'>,
  record: StoredRecord,
  document: SiteDocument,
  sides: Readonly<Record<string, Sides>>
): { readonly revision: Revision; readonly decided: Decided | null } => {
  const base = record.imported ?? {};
  if (decisions === null) {
    return { revision: planRevision(base, sides, onConflict), decided: null };
  }
  // What nothing is decided about, or not any more, is nobody's to overwrite.
  const { conflicts } = planRevision(base, sides, 'keep');
  const file = { path, checksum, record, document, sides, conflicts };
  const decided = decideConflicts(decisions, file);
  return { revision: planRevision(base, sides, 'keep', decided.sides), decided };
};
