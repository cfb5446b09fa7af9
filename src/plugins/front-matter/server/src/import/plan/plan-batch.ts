import { newDocumentId } from 'strapi-plugin-kit/database';

import type { Match } from '../../core/plan/decide-renames';
import type { StoredRecord } from '../../ledger/records/record';
import type { FittedFile } from '../../reading/fit-file';
import { compareSides } from './compare-sides';
import { findMoved } from './find-moved';
import { findAllTerms, type FoundByName } from './find-terms';
import { type Joined, joinTranslations, mayJoin } from './join-translations';
import { isWhereItGoes, loadByFile } from './load-by-file';
import { isReady, type PlannedFile, type ReadyFile } from './planned-file';
import { planDecided } from './plan-decided';
import { findTimes, isHeldByEditor, planSchedule } from './plan-schedule';
import type { Planner } from './planner';

/** What is to be done about a batch of files. */
export interface BatchPlan {
  readonly files: readonly PlannedFile[];
  readonly terms: FoundByName;
  /** Keys of the records whose documents move to another file. */
  readonly moved: readonly string[];
}

/**
 * Decides what is to be done about every file of a batch, from the ledger and the site as they are.
 *
 * @param known keys of the files that the ledger knows
 */
export const planBatch = async (
  planner: Planner,
  files: readonly FittedFile[],
  known: ReadonlySet<string>
): Promise<BatchPlan> => {
  const ready = files.filter(isReady);
  const records = await planner.records.byKeys(
    files.flatMap(({ key }) => (known.has(key) ? [key] : []))
  );
  const isNew = (file: ReadyFile): boolean =>
    (records.get(file.key)?.targetDocumentId ?? null) === null;
  const moved = await findMoved(planner, ready.filter(isNew));
  const terms = await findAllTerms(planner, ready);
  const documentOf = (file: ReadyFile): StoredRecord | null =>
    moved.get(file.key) ?? records.get(file.key) ?? null;
  const documents = await loadByFile(planner, ready, documentOf);
  const times = await findTimes(planner, ready, documents);
  const joined = await joinTranslations(
    planner,
    mayJoin(planner, ready, documentOf, ({ key }) => documents.has(key)),
    planner.foreseen
  );

  const maybeMovedFrom = (file: ReadyFile): readonly Match[] =>
    planner.renames.doubts.get(file.key) ?? [];
  const similarityOf = (file: ReadyFile, { key }: StoredRecord): number | null => {
    const move = planner.renames.moves.get(file.key);
    return move?.gone === key ? move.similarity : null;
  };

  const plan = (file: FittedFile): PlannedFile => {
    const own = records.get(file.key) ?? null;
    if (!isReady(file))
      return { action: file.status === 'skipped' ? 'skip' : 'quarantine', file, record: own };
    const record = documentOf(file);
    const join: Partial<Joined> = joined.get(file.key) ?? {};
    const { issue: apart = null } = join;
    if (record === null || record.targetDocumentId === null) {
      const {
        documentId: id = newDocumentId(),
        isThere = false,
        translationKey: key = null,
      } = join;
      const translated = { translationKey: key, apart, maybeMovedFrom: maybeMovedFrom(file) };
      return { action: 'create', file, record: own, documentId: id, isThere, ...translated };
    }
    if (!isWhereItGoes(planner, file, record)) return { action: 'elsewhere', file, record };
    const movedFrom = moved.has(file.key) ? record.path : null;
    const document = documents.get(file.key);
    if (document === undefined) return { action: 'deleted', file, record, movedFrom };
    const time = times.get(file.key);
    const isHeld = isHeldByEditor(planner, record, document, time);
    const sides = compareSides(planner.target, file, document, terms, isHeld);
    const { decided, revision } = planDecided(planner, file, record, document, sides);
    const scheduling = planSchedule(planner, file, record, document, revision, time);
    const { translationKey: key = record.translationKey ?? null } = join;
    const translated = { translationKey: key, apart };
    const similarity = movedFrom === null ? null : similarityOf(file, record);
    const move = { movedFrom, similarity };
    const plans = { sides, revision, decided, scheduling };
    return { action: 'revise', file, record, ...move, document, ...plans, ...translated };
  };
  return {
    files: files.map(plan),
    terms,
    moved: [...moved.values()].map((record) => record.key),
  };
};
