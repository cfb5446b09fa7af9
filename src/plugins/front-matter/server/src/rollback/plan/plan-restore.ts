import type { SiteDocument } from '../../core/document';
import { hashValue } from '../../core/plan/hash-value';
import {
  valueAfterRuns,
  type ResultingValue,
  type RunValue,
} from '../../core/plan/value-after-runs';
import { hashStatus, STATUS } from '../../core/plan/hash-post';
import type { JsonValue } from '../../core/post';
import { hashIn, isShared, type Step, valueIn, wasEdited } from './steps';

/** By attribute, the values to write into a row. */
export type ValuesToWrite = Readonly<Record<string, JsonValue>>;

/** What to write to a document after runs were undone or redone. */
export interface RestorePlan {
  readonly main: ValuesToWrite;
  /** For the published row, where that is a row of its own. */
  readonly published: ValuesToWrite;
  readonly status: 'publish' | 'unpublish' | null;
  /** Attributes that somebody has changed since, and that are left as they are. */
  readonly left: readonly string[];
  /** By attribute, values that are runs', for the record to tell them from an editor's. */
  readonly byRuns: ReadonlyMap<string, JsonValue>;
}

type Row = 'main' | 'published';
type When = 'wasApplied' | 'isApplied';

/** Whether a run had a say in the value of an attribute. */
const concerns = (step: Step, name: string): boolean =>
  name in step.hashes || (name in step.imported && wasEdited(step, name));

const valuesOf = (
  steps: readonly Step[],
  row: Row,
  name: string,
  when: When
): RunValue<JsonValue>[] =>
  steps
    .filter((step) => concerns(step, name) && (row === 'main' || isShared(step, name)))
    .map((step) => ({
      isApplied: step[when],
      before: valueIn(step.before[row] ?? step.before.main, name),
      after: step.written[name],
      isEdited: wasEdited(step, name),
      isUnchanged: !(name in step.hashes),
    }));

const statusesOf = (steps: readonly Step[], when: When): RunValue<string>[] =>
  steps
    .filter((step) => concerns(step, STATUS))
    .map((step) => ({
      isApplied: step[when],
      before: hashStatus(step.before.published !== null),
      after: step.hashes[STATUS],
      isEdited: wasEdited(step, STATUS),
      isUnchanged: !(STATUS in step.hashes),
    }));

/** What a value has to be; `isAsLeft` where it is still as the runs applied before have left it. */
interface ValuePlan {
  readonly isAsLeft: boolean;
  readonly next: ResultingValue<JsonValue> | null;
}

/**
 * Translates values of relations into ids of current terms: a term that was removed and made again
 * may have another id.
 */
export interface CurrentValues {
  /** Without terms that an editor has deleted. */
  readonly existing: (name: string, value: JsonValue) => JsonValue;
  readonly all: (name: string, value: JsonValue) => JsonValue;
}

const planValue = (
  steps: readonly Step[],
  document: SiteDocument,
  row: Row,
  name: string,
  current: CurrentValues
): ValuePlan => {
  const site = document[row];
  const before = valueAfterRuns(valuesOf(steps, row, name, 'wasApplied'));
  const next = valueAfterRuns(valuesOf(steps, row, name, 'isApplied'));
  if (site === null || before === null || next === null) return { isAsLeft: false, next: null };
  const left = before.value === undefined ? null : hashValue(current.existing(name, before.value));
  return { isAsLeft: left === hashIn(site, name), next };
};

/** The attributes that the steps concern, without STATUS. */
const namesOf = (steps: readonly Step[]): string[] =>
  [
    ...new Set(
      steps.flatMap((step) => [...Object.keys(step.hashes), ...Object.keys(step.imported)])
    ),
  ].filter((name) => name !== STATUS);

/** Whether an applied run has written the attribute after the last undone one. */
const isCovered = (steps: readonly Step[], name: string): boolean => {
  const own = steps.filter((step) => name in step.hashes);
  const toggled = own.findLastIndex(({ wasApplied, isApplied }) => wasApplied && !isApplied);
  return toggled !== -1 && own.slice(toggled + 1).some(({ isApplied }) => isApplied);
};

const planStatus = (
  steps: readonly Step[],
  document: SiteDocument
): { readonly status: RestorePlan['status']; readonly isLeft: boolean } => {
  const now = hashStatus(document.published !== null);
  const before = valueAfterRuns(statusesOf(steps, 'wasApplied'))?.value;
  const next = valueAfterRuns(statusesOf(steps, 'isApplied'))?.value;
  if (next === undefined || next === before) return { status: null, isLeft: false };
  if (now !== before) return { status: null, isLeft: now !== next };
  return { status: document.published === null ? 'publish' : 'unpublish', isLeft: false };
};

/**
 * Decides what to write to a document.
 *
 * Each attribute of each row is decided by the runs that wrote it. An attribute that is the same in
 * both rows stays the same in both: an editor who publishes or discards a draft copies one row into
 * the other.
 */
export const planRestore = (
  steps: readonly Step[],
  document: SiteDocument,
  current: CurrentValues
): RestorePlan => {
  const main: Record<string, JsonValue> = {};
  const published: Record<string, JsonValue> = {};
  const byRuns = new Map<string, JsonValue>();
  const left: string[] = [];
  const toggled = steps.filter(({ wasApplied, isApplied }) => wasApplied !== isApplied);
  const isPair = document.published !== null && document.published.id !== document.main.id;
  const put = (
    into: Record<string, JsonValue>,
    row: Row,
    name: string,
    next: ValuePlan['next']
  ) => {
    const site = document[row];
    if (site === null || next?.value === undefined) return;
    if (hashValue(current.existing(name, next.value)) !== hashIn(site, name))
      into[name] = next.value;
  };
  for (const name of namesOf(toggled)) {
    const draft = planValue(steps, document, 'main', name, current);
    const shown = isPair ? planValue(steps, document, 'published', name, current) : null;
    const isAlike =
      isPair &&
      document.published !== null &&
      hashIn(document.published, name) === hashIn(document.main, name);
    const common = draft.isAsLeft ? draft : shown?.isAsLeft === true ? shown : null;
    const forMain = isAlike ? common : draft.isAsLeft ? draft : null;
    const forShown = isAlike ? common : shown?.isAsLeft === true ? shown : null;
    if (forMain !== null) put(main, 'main', name, forMain.next);
    if (isPair && forShown !== null) put(published, 'published', name, forShown.next);
    const own = forMain?.next?.by === 'run' ? forMain.next.value : undefined;
    if (own !== undefined) byRuns.set(name, current.all(name, own));
    const isWritten = toggled.some((step) => name in step.hashes);
    if (isWritten && (forMain === null || isCovered(steps, name))) left.push(name);
  }
  const { status, isLeft } = planStatus(steps, document);
  if (isLeft) left.push(STATUS);
  return { main, published, status, left, byRuns };
};
