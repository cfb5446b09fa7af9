import { type Issue, issueOf } from '../../core/issue';
import type { Outcome } from '../../core/plan/counts';
import type { FittedPost } from '../../core/fit/fit-post';
import type { Match } from '../../core/plan/decide-renames';
import type { StoredRecord } from '../../ledger/records/record';
import type { PlannedFile, ReadyFile, Revising } from './planned-file';
import { changesDocument } from './planned-files';

/** What became of one file, for the report. */
export interface FileOutcome {
  readonly path: string;
  readonly outcome: Outcome;
  readonly repaired: boolean;
  readonly issues: readonly Issue[];
}

const conflict = (attributes: readonly string[]): Issue =>
  issueOf('CONFLICT', {
    message: `The file and an editor both changed ${attributes.join(', ')}. The editor's stays; settle it on the page Archives, or import with "--on-conflict overwrite" to take the archive's.`,
  });

/** Says of what was decided whose value holds from now on, and what has changed too late for it. */
const settled = ({ decided, revision: { kept } }: Revising): readonly Issue[] => {
  if (decided === null) return [];
  const taken = [...decided.sides.keys()].filter((name) => !kept.includes(name));
  const said = [
    taken.length === 0 ? null : `The archive's ${taken.join(', ')} was taken.`,
    kept.length === 0 ? null : `The site's ${kept.join(', ')} was kept.`,
  ];
  const message = said.filter((sentence) => sentence !== null).join(' ');
  const names = decided.outdated.join(', ');
  return [
    ...(message === '' ? [] : [issueOf('CONFLICT_SETTLED', { message })]),
    ...(names === ''
      ? []
      : [
          issueOf('DECISION_OUTDATED', {
            message: `The post or its file has changed since it was decided about ${names}. That was left in conflict: look again.`,
          }),
        ]),
  ];
};

const NOT_SCHEDULED = issueOf('NOT_SCHEDULED', {
  message:
    'The post is dated in the future, and an editor has changed its draft. It was not scheduled: publish it, or set a time, in the admin panel.',
});

const DELETED = issueOf('DELETED_BY_EDITOR', {
  message: 'The file has changed, and an editor has deleted its document. It stays deleted.',
});

/** Never all of it, where anything is not alike. */
const percent = (similarity: number): string => `${Math.floor(similarity * 100)} %`;

const moved = (from: string, similarity: number | null): Issue =>
  issueOf('MOVED', {
    message:
      similarity === null
        ? `The file was ${from} before; it keeps its document.`
        : `The file was ${from} before, and was edited as well (${percent(similarity)} of its text is the same); it keeps its document.`,
  });

/** Enough to look for the right one. */
const NAMED = 3;

const maybeMoved = (matches: readonly Match[]): Issue => {
  const named = matches
    .slice(0, NAMED)
    .map(({ path, similarity }) => `${path} (${percent(similarity)} of its text is the same)`);
  const more = matches.length > NAMED ? ` and ${matches.length - NAMED} more` : '';
  return issueOf('MAYBE_MOVED', {
    message: `The file may be a renamed one that is gone: ${named.join(', ')}${more}. It became a new post, and the old one is kept. If they are one, delete the old one.`,
  });
};

const elsewhere = ({ post }: ReadyFile, { targetLocale, createdRun }: StoredRecord): Issue =>
  issueOf('LOCALE_CHANGED', {
    message:
      `The file was imported in ${targetLocale ?? 'the locale of old'} before, and goes to ${String(post.locale)} by what it says now. Its document was left as it is. ` +
      `Give the file its language back; or, to have the document there, undo run ${createdRun ?? 'that made it'} and import again.`,
  });

const outcomeOf = (planned: PlannedFile): Outcome => {
  switch (planned.action) {
    case 'create':
      return 'created';
    case 'quarantine':
      return 'quarantined';
    case 'skip':
      return 'skipped';
    case 'elsewhere':
      return 'conflicts';
    case 'deleted':
      return planned.record.checksum === planned.file.checksum ? 'unchanged' : 'conflicts';
    case 'revise': {
      if (planned.revision.conflicts.length > 0) return 'conflicts';
      const isNew = planned.scheduling.deed === 'add';
      return changesDocument(planned) || isNew ? 'updated' : 'unchanged';
    }
  }
};

const planIssues = (planned: PlannedFile): Issue[] => {
  const issues: Issue[] = [];
  if (planned.action === 'elsewhere') issues.push(elsewhere(planned.file, planned.record));
  if ('apart' in planned && planned.apart !== null) issues.push(planned.apart);
  if (planned.action === 'create' && planned.maybeMovedFrom.length > 0) {
    issues.push(maybeMoved(planned.maybeMovedFrom));
  }
  if (planned.action !== 'revise' && planned.action !== 'deleted') return issues;
  if (planned.movedFrom !== null) {
    issues.push(moved(planned.movedFrom, planned.action === 'revise' ? planned.similarity : null));
  }
  if (planned.action === 'deleted' && outcomeOf(planned) === 'conflicts') issues.push(DELETED);
  if (planned.action === 'revise' && planned.scheduling.isLeft) issues.push(NOT_SCHEDULED);
  if (planned.action === 'revise' && planned.revision.conflicts.length > 0) {
    issues.push(conflict(planned.revision.conflicts));
  }
  if (planned.action === 'revise') issues.push(...settled(planned));
  return issues;
};

/** What a plan comes to, with what is to be said about it. */
export const describePlan = (planned: PlannedFile): FileOutcome => ({
  path: planned.file.path,
  outcome: outcomeOf(planned),
  repaired: planned.file.status === 'ready' && planned.file.repaired,
  issues: planned.file.issues.concat(planIssues(planned)),
});

/** Adds what was said of a file's terms and addresses. */
export const withIssues = (
  outcome: FileOutcome,
  { file }: PlannedFile,
  byPost: ReadonlyMap<FittedPost, readonly Issue[]>,
  byKey: ReadonlyMap<string, readonly Issue[]>
): FileOutcome => {
  const ofTerms = file.status === 'ready' ? byPost.get(file.post) : undefined;
  const ofAddresses = byKey.get(file.key);
  if (ofTerms === undefined && ofAddresses === undefined) return outcome;
  return {
    ...outcome,
    issues: [...outcome.issues, ...(ofTerms ?? []), ...(ofAddresses ?? [])],
  };
};
