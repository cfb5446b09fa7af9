import { type Document, isWritten, standingRuns } from './document';
import type { Model } from './model';
import { settleOwner } from './settle-owner';
import { reviveShownTerms, reviveTermsOf, sweepTerms } from './terms';

/** A run undoes another, which may itself have been a rollback. */
export const rollBack = (model: Model, run: number, undone: number): void => {
  flip(model, run, undone);
  sweepTerms(model);
  settleOwner(model);
};

const flip = (model: Model, run: number, undone: number): void => {
  const root = model.runs.rootOf(undone);
  const touched = model.documents.filter(
    (document) =>
      document.run === root || document.acts.some((act) => act.kind === 'run' && act.run === root)
  );
  const edited = new Set(touched.filter((document) => model.isEditedNow(document)));
  const stood = model.stands(root);
  model.runs.addRollback(run, undone);
  const redoes = model.stands(root);
  // Of several rollbacks of one run each is enough.
  if (redoes === stood) return;
  for (const document of touched) {
    const isThere = !document.isRemoved && !document.isDeleted;
    if (isThere && isWrittenBy(document, root) && edited.has(document)) document.isEdited = true;
  }
  if (redoes) reviveTermsOf(model, root);
  const leaving = touched.filter(
    (document) => !document.isRemoved && !isHeld(model, document, edited.has(document))
  );
  remove(model, leaving);
  const coming = comingBack(model, touched, leaving);
  for (const document of coming) {
    if (model.known().some((known) => known.path === document.path)) continue;
    document.isRemoved = false;
    reviveShownTerms(model, document);
  }
  for (const document of touched) reviveShownTerms(model, document);
  for (const document of [...touched, ...coming]) {
    document.address = askedAddress(model, document);
  }
};

const isWrittenBy = (document: Document, run: number): boolean =>
  isWritten(document, (number) => number === run);

const remove = (model: Model, leaving: readonly Document[]): void => {
  for (const document of leaving) {
    document.removedAt = model.removals += 1;
    document.isRemoved = true;
  }
};

/** The documents that are to be made again, the last removed first: of one file only one can be. */
const comingBack = (
  model: Model,
  touched: readonly Document[],
  leaving: readonly Document[]
): readonly Document[] => {
  const freed = leaving.map(({ path }) => path);
  return model.documents
    .filter((document) => document.isRemoved && !leaving.includes(document))
    .filter((document) => touched.includes(document) || freed.includes(document.path))
    .filter((document) => isHeld(model, document, false))
    .sort((a, b) => b.removedAt - a.removedAt);
};

/** The address that its file asked for when a run that counts last read it. */
const askedAddress = (model: Model, document: Document): string =>
  standingRuns(document, model.stands).at(-1)?.address ?? document.firstAddress;

/** Whether a run that counts or an editor keeps a document. */
const isHeld = (model: Model, document: Document, isEdited: boolean): boolean =>
  model.stands(document.run) ||
  (isEdited && !document.isDeleted && !document.isRemoved) ||
  isWritten(document, model.stands);
