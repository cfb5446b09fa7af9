import { digestValue } from '../../core/plan/digest';
import { foldLayers, type Folded, type Layer } from '../../core/plan/fold-layers';
import { digestStatus, STATUS } from '../../core/plan/digest-post';
import type { ImportedValues } from '../../core/plan/merge-values';
import type { JsonValue } from '../../core/post';
import type { SiteDocument } from '../../write/load-documents';
import { digestIn, hasWritten, isShared, type Step, valueIn, wasEdited } from './steps';

/** By attribute, what is to be written into a row. */
export type Writes = Readonly<Record<string, JsonValue>>;

/** What has to become of a document, now that some runs count and others do not. */
export interface FoldedDocument {
  readonly main: Writes;
  /** For what the public sees, where that is a row of its own. */
  readonly published: Writes;
  readonly status: 'publish' | 'unpublish' | null;
  /** Attributes that somebody has changed since, and that stay. */
  readonly left: readonly string[];
  /** Values that are a run's, so that the record has to say that they are what was written. */
  readonly byRuns: ReadonlyMap<string, JsonValue>;
}

type Row = 'main' | 'published';
type When = 'stood' | 'stands';

const isIn = (step: Step, name: string): boolean =>
  name in step.digests || (name in step.imported && wasEdited(step, name));

const layersOf = (steps: readonly Step[], row: Row, name: string, when: When): Layer<JsonValue>[] =>
  steps
    .filter((step) => isIn(step, name) && (row === 'main' || isShared(step, name)))
    .map((step) => ({
      stands: step[when],
      before: valueIn(step.before[row] ?? step.before.main, name),
      after: step.written[name],
      isEdited: wasEdited(step, name),
      isAgreed: !(name in step.digests),
    }));

const statusLayers = (steps: readonly Step[], when: When): Layer<string>[] =>
  steps
    .filter((step) => isIn(step, STATUS))
    .map((step) => ({
      stands: step[when],
      before: digestStatus(step.before.published !== null),
      after: step.digests[STATUS],
      isEdited: wasEdited(step, STATUS),
      isAgreed: !(STATUS in step.digests),
    }));

/** A value as it is now, as it was left by the runs that counted, and as it has to be. */
interface Fold {
  readonly isAsLeft: boolean;
  readonly next: Folded<JsonValue> | null;
}

/** Values of relations as they are now: a term that was removed and made again may be another document. */
export interface Current {
  /** Without those that an editor has deleted. */
  readonly there: (name: string, value: JsonValue) => JsonValue;
  readonly all: (name: string, value: JsonValue) => JsonValue;
}

const foldRow = (
  steps: readonly Step[],
  document: SiteDocument,
  row: Row,
  name: string,
  current: Current
): Fold => {
  const site = document[row];
  const before = foldLayers(layersOf(steps, row, name, 'stood'));
  const next = foldLayers(layersOf(steps, row, name, 'stands'));
  if (site === null || before === null || next === null) return { isAsLeft: false, next: null };
  const left = before.value === undefined ? null : digestValue(current.there(name, before.value));
  return { isAsLeft: left === digestIn(site, name), next };
};

/** The names of attributes that any of the steps has to do with, STATUS not among them. */
const namesOf = (steps: readonly Step[]): string[] =>
  [
    ...new Set(
      steps.flatMap((step) => [...Object.keys(step.digests), ...Object.keys(step.imported)])
    ),
  ].filter((name) => name !== STATUS);

/** Whether a run that counts has written the attribute after those that are undone. */
const isCovered = (steps: readonly Step[], name: string): boolean => {
  const own = steps.filter((step) => name in step.digests);
  const flipped = own.findLastIndex(({ stood, stands }) => stood && !stands);
  return flipped !== -1 && own.slice(flipped + 1).some(({ stands }) => stands);
};

const foldStatus = (
  steps: readonly Step[],
  document: SiteDocument
): { readonly status: FoldedDocument['status']; readonly isLeft: boolean } => {
  const now = digestStatus(document.published !== null);
  const before = foldLayers(statusLayers(steps, 'stood'))?.value;
  const next = foldLayers(statusLayers(steps, 'stands'))?.value;
  if (next === undefined || next === before) return { status: null, isLeft: false };
  if (now !== before) return { status: null, isLeft: now !== next };
  return { status: document.published === null ? 'publish' : 'unpublish', isLeft: false };
};

/**
 * Decides what a document has to be.
 *
 * Each attribute of each row goes by its own runs. What is alike in both rows stays alike: an
 * editor who publishes or discards copies one into the other.
 */
export const foldDocument = (
  steps: readonly Step[],
  document: SiteDocument,
  current: Current
): FoldedDocument => {
  const main: Record<string, JsonValue> = {};
  const published: Record<string, JsonValue> = {};
  const byRuns = new Map<string, JsonValue>();
  const left: string[] = [];
  const flipped = steps.filter(({ stood, stands }) => stood !== stands);
  const isPair = document.published !== null && document.published.id !== document.main.id;
  const put = (into: Record<string, JsonValue>, row: Row, name: string, next: Fold['next']) => {
    const site = document[row];
    if (site === null || next?.value === undefined) return;
    if (digestValue(current.there(name, next.value)) !== digestIn(site, name))
      into[name] = next.value;
  };
  for (const name of namesOf(flipped)) {
    const draft = foldRow(steps, document, 'main', name, current);
    const shown = isPair ? foldRow(steps, document, 'published', name, current) : null;
    const isAlike =
      isPair &&
      document.published !== null &&
      digestIn(document.published, name) === digestIn(document.main, name);
    const common = draft.isAsLeft ? draft : shown?.isAsLeft === true ? shown : null;
    const forMain = isAlike ? common : draft.isAsLeft ? draft : null;
    const forShown = isAlike ? common : shown?.isAsLeft === true ? shown : null;
    if (forMain !== null) put(main, 'main', name, forMain.next);
    if (isPair && forShown !== null) put(published, 'published', name, forShown.next);
    const own = forMain?.next?.by === 'run' ? forMain.next.value : undefined;
    if (own !== undefined) byRuns.set(name, current.all(name, own));
    const isWritten = flipped.some((step) => name in step.digests);
    if (isWritten && (forMain === null || isCovered(steps, name))) left.push(name);
  }
  const { status, isLeft } = foldStatus(steps, document);
  if (isLeft) left.push(STATUS);
  return { main, published, status, left, byRuns };
};

/** What the record has to say: of each attribute what the last run that counts had it say. */
export const foldImported = (steps: readonly Step[], now: ImportedValues): ImportedValues => {
  const next: Record<string, ImportedValues[string]> = { ...now };
  for (const name of new Set(steps.flatMap(({ imported }) => Object.keys(imported)))) {
    const own = steps.filter(({ imported }) => name in imported);
    const last = own.findLast(({ stands }) => stands);
    const before = own[0]?.recordBefore.imported?.[name];
    next[name] = last?.imported[name] ?? before ?? { from: '-', as: '-' };
  }
  return next;
};

/** When the runs that count have last written a document; null where that is not known. */
export const foldUpdatedAt = (steps: readonly Step[], document: SiteDocument): string | null => {
  const writing = steps.filter(hasWritten);
  const last = writing.findLast(({ stands }) => stands);
  if (last !== undefined) return last.updatedAt;
  return (writing[0]?.before ?? document).main.updatedAt;
};
