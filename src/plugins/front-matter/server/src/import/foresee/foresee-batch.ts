import type { Core } from '@strapi/strapi';
import { newDocumentId } from 'strapi-plugin-kit/database';
import { keyOf } from 'strapi-plugin-kit/keys';

import type { FileList } from '../../archive/files/file-list';
import { APART } from '../../ledger/keys';
import type { RecordedPath } from '../../ledger/records/record';
import { rehearseAddresses } from '../../site/addresses';
import { keptByValue, termAddresses } from '../../site/terms/create-terms';
import { termsName, type TermsOfPosts, termsOfPosts } from '../../site/in-locale';
import type { Target } from '../../site/target';
import { foreseeContests } from './foresee-contests';
import type { ForeseenTranslations } from '../plan/foreseen-translations';
import { keepAddresses, type KeptAddresses } from '../write/keep-addresses';
import { describePlan, withIssues, type FileOutcome } from '../plan/describe-plan';
import type { BatchPlan } from '../plan/plan-batch';
import type { FoundByName } from '../plan/find-terms';
import { placeTerms } from '../write/place-terms';
import { creationsOf, postsToWrite, revisionsOf } from '../plan/planned-files';
import type { Creation, Revising } from '../plan/planned-file';
import type { ReportIssue } from '../../run/report-issue';
import { SeenKeys } from '../keys/seen-keys';
import { termIssues } from '../write/term-issues';

/** What a batch would come to, had it and those before it been written. */
export interface Foresee {
  (plan: BatchPlan): Promise<readonly FileOutcome[]>;
  /** Has documents taken from the public, whose files are gone. */
  hide(gone: readonly RecordedPath[]): Promise<void>;
  /** What is said in the end of addresses that more than one post asks for. */
  contests(): AsyncIterable<ReportIssue>;
}

/**
 * Terms that a dry run would have made: their names, by which a real one finds them in later
 * batches. A few bytes each: the hashes' first bits.
 */
const foreseenTerms = () => {
  const seen = new SeenKeys();
  return {
    has: (attribute: string, value: string): boolean => seen.has(keyOf(attribute, value)),
    add: (attribute: string, text: string): void => seen.add(keyOf(attribute, text)),
  };
};

/**
 * Addresses that translations of one post have in common, as hashes: the document has them by the
 * first of its files, which in a dry run it is not made of.
 */
const foreseenPaths = () => {
  const seen = new SeenKeys();
  return {
    /** The file without addresses that another of its translations has asked for. */
    without(creation: Creation): Creation {
      const { translationKey: key, file } = creation;
      if (key === null || key === APART) return creation;
      const paths = file.post.paths.filter((path) => !seen.has(keyOf(key, path)));
      return { ...creation, file: { ...file, post: { ...file.post, paths } } };
    },
    /** @param isLost tells whether another has an address that the file asks for */
    add(creation: Creation, isLost: (creation: Creation, path: string) => boolean): void {
      const { translationKey: key, file } = creation;
      if (key === null || key === APART) return;
      for (const path of file.post.paths) if (!isLost(creation, path)) seen.add(keyOf(key, path));
    },
  };
};

/** Tells which of the addresses that files ask for other posts have. */
const lostIn = ({ refused }: KeptAddresses): ((creation: Creation, path: string) => boolean) => {
  const nameOf = (id: string, locale: string | null, path: string): string =>
    [id, locale ?? '', path].join('\0');
  const lost = new Set(
    refused.map((one) => nameOf(one.targetDocumentId, one.targetLocale, one.path))
  );
  return ({ documentId: id, file }, path) => lost.has(nameOf(id, file.post.locale, path));
};

/**
 * Starts to foresee the batches of a dry run, in order. What a batch would take (slugs, addresses,
 * terms) is remembered for those after it, as hashes: a file whose slug an earlier one would have
 * taken is told the same suffix as in a real run.
 */
export const startForesight = (
  strapi: Core.Strapi,
  target: Target,
  archive: string,
  files: FileList,
  translations: ForeseenTranslations
): Foresee => {
  const contested = foreseeContests(strapi, target, archive, files);
  const addressesOf = rehearseAddresses(strapi);
  const made = foreseenTerms();
  const shared = foreseenPaths();
  const remember = ({ file, record, translationKey: key }: Creation | Revising): void => {
    const isNews = key !== null && key !== APART && key !== (record?.translationKey ?? null);
    if (isNews) translations.add(key, file.post.locale ?? target.unnamed, file.path);
  };
  /** Where nested terms would stand, as texts: the report names them, and there are as many as categories. */
  const places = new Map<string, string>();

  const foreseeTerms = async (
    ofPosts: TermsOfPosts,
    found: FoundByName,
    issues: ReturnType<typeof termIssues>
  ): Promise<void> => {
    const { terms, attributes, posts } = ofPosts;
    const name = termsName(terms);
    const known = found.get(name);
    const placed = placeTerms(
      ofPosts,
      (value) => known?.parents.get(value) ?? places.get(`${name}\0${value}`)
    );
    for (const [value, parent] of placed.parents) {
      const isRecorded =
        known?.documents.has(value) === true && !known.unremembered.includes(value);
      if (!isRecorded) places.set(`${name}\0${value}`, parent);
    }
    const drafts = placed.values
      .filter((value) => known?.documents.has(value) !== true)
      .filter((value) => !made.has(name, value))
      .map((value) => ({ value, documentId: newDocumentId(), parent: null }));
    const addresses = terms.slug === null ? null : addressesOf(terms.uid);
    const kept = keptByValue(drafts, await addresses?.keep(termAddresses(terms, drafts)));
    for (const { value } of drafts) made.add(name, value);
    issues.addAddresses(attributes, posts, kept);
    issues.add(placed.byPost);
  };

  const foresee = async (plan: BatchPlan): Promise<readonly FileOutcome[]> => {
    const creations = creationsOf(plan.files);
    const revisions = revisionsOf(plan.files);
    const posts = postsToWrite(creations, revisions);
    const issues = termIssues();
    for (const each of termsOfPosts(target, posts)) {
      await foreseeTerms(each, plan.terms, issues);
    }
    const asking = creations.map((each) => shared.without(each));
    const kept = await keepAddresses(target, addressesOf(target.uid), asking, revisions);
    const isLost = lostIn(kept);
    for (const each of asking) shared.add(each, isLost);
    for (const planned of [...creations, ...revisions]) remember(planned);
    await contested?.note({ creations, asking, revisions, kept });
    return plan.files.map((planned) =>
      withIssues(describePlan(planned), planned, issues.byPost, kept.issues)
    );
  };
  async function* contests(): AsyncGenerator<ReportIssue> {
    if (contested !== null) yield* contested.issues();
  }
  const hide = async (gone: readonly RecordedPath[]): Promise<void> => contested?.hide(gone);
  return Object.assign(foresee, { contests, hide });
};
