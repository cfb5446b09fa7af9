import { createHash } from 'node:crypto';

import type { Core } from '@strapi/strapi';

import type { FileList } from '../../archive/file-list';
import type { FittedPost } from '../../core/plan/fit-post';
import { rehearseAddresses } from '../../write/addresses';
import { keptByValue, termAddresses } from '../../write/create-terms';
import { documentId } from '../../write/document-id';
import type { Target, TargetTerms } from '../../write/target';
import { foreseeContests } from './foresee-contests';
import { keepAddresses } from './keep-addresses';
import { describePlan, withIssues, type FileOutcome } from './outcome';
import type { BatchPlan, FoundByAttribute } from './plan-batch';
import { placeTerms } from './place-terms';
import { creationsOf, postsToWrite, revisionsOf } from './planned-files';
import type { ReportIssue } from './report';
import { SeenKeys } from './seen-keys';
import { termIssues } from './term-issues';

/** What a batch would come to, had it and those before it been written. */
export interface Foresee {
  (plan: BatchPlan): Promise<readonly FileOutcome[]>;
  /** What is said in the end of addresses that more than one post asks for. */
  contests(): AsyncIterable<ReportIssue>;
}

/**
 * Terms that a dry run would have made: their names, by which a real one finds them in later
 * batches. A few bytes each: the digests' first bits.
 */
const foreseenTerms = () => {
  const seen = new SeenKeys();
  const keyOf = (attribute: string, text: string): string =>
    createHash('sha256').update(`${attribute}\0${text}`).digest('hex');
  return {
    has: (attribute: string, value: string): boolean => seen.has(keyOf(attribute, value)),
    add: (attribute: string, text: string): void => seen.add(keyOf(attribute, text)),
  };
};

/**
 * Starts to foresee the batches of a dry run, in order. What a batch would take (slugs, addresses,
 * terms) is remembered for those after it, as digests: a file whose slug an earlier one would have
 * taken is told the same suffix as in a real run.
 */
export const startForesight = (
  strapi: Core.Strapi,
  target: Target,
  archive: string,
  files: FileList
): Foresee => {
  const contested = foreseeContests(strapi, target, archive, files);
  const addressesOf = rehearseAddresses(strapi);
  const made = foreseenTerms();
  /** Where nested terms would stand, as texts: the report names them, and there are as many as categories. */
  const places = new Map<string, string>();

  const foreseeTerms = async (
    terms: TargetTerms,
    found: FoundByAttribute,
    posts: readonly FittedPost[],
    issues: ReturnType<typeof termIssues>
  ): Promise<void> => {
    const { attribute } = terms;
    const known = found.get(attribute);
    const placed = placeTerms(
      terms,
      posts,
      (value) => known?.parents.get(value) ?? places.get(`${attribute}\0${value}`)
    );
    for (const [value, parent] of placed.parents) {
      const isNoted = known?.documents.has(value) === true && !known.unremembered.includes(value);
      if (!isNoted) places.set(`${attribute}\0${value}`, parent);
    }
    const drafts = placed.values
      .filter((value) => known?.documents.has(value) !== true)
      .filter((value) => !made.has(attribute, value))
      .map((value) => ({ value, documentId: documentId(), parent: null }));
    const addresses = terms.slug === null ? null : addressesOf(terms.uid);
    const kept = keptByValue(drafts, await addresses?.keep(termAddresses(terms, drafts)));
    for (const { value } of drafts) made.add(attribute, value);
    issues.addAddresses(attribute, posts, kept);
    issues.add(placed.byPost);
  };

  const foresee = async (plan: BatchPlan): Promise<readonly FileOutcome[]> => {
    const creations = creationsOf(plan.files);
    const revisions = revisionsOf(plan.files);
    const posts = postsToWrite(creations, revisions);
    const issues = termIssues();
    for (const terms of target.terms) await foreseeTerms(terms, plan.terms, posts, issues);
    const settled = await keepAddresses(target, addressesOf(target.uid), creations, revisions);
    await contested?.note(creations, revisions, settled);
    return plan.files.map((planned) =>
      withIssues(describePlan(planned), planned, issues.byPost, settled.issues)
    );
  };
  async function* contests(): AsyncGenerator<ReportIssue> {
    if (contested !== null) yield* contested.issues();
  }
  return Object.assign(foresee, { contests });
};
