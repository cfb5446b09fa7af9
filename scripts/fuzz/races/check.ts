import { type Act, canBeExplained } from './explain';
import type { Seen, SeenRow } from './look';
import { deletes, type PostDocument, type State, type Values } from './model';

/** Categories and tags of every file that is raced. */
const TERMS = 3;

const valuesOf = ({ title, body }: SeenRow): Values => ({ title, body });
const same = (one: Values | null, other: Values | null): boolean =>
  one?.title === other?.title && one?.body === other?.body;

/** What of the rules that hold for any document does not hold for this one. */
const faultsOf = ({ rows, addresses, records }: Seen): string[] => {
  const faults: string[] = [];
  const drafts = rows.filter((row) => !row.isPublished);
  const published = rows.filter((row) => row.isPublished);
  if (drafts.length > 1) faults.push(`${drafts.length} drafts`);
  if (published.length > 1) faults.push(`${published.length} published rows`);
  if (published.length > 0 && drafts.length === 0) faults.push('published without a draft');
  if (rows.length === 0 && addresses.length > 0) faults.push('gone, and has addresses');
  for (const { slug, isPublished } of rows) {
    const held = addresses.find(({ kind, address }) => kind === 'slug' && address === slug);
    if (held === undefined) faults.push(`its slug ${String(slug)} has no address`);
    else if (isPublished && held.state !== 'current') {
      faults.push(`the address of its published slug is ${held.state}`);
    }
  }
  if (rows.some((row) => row.terms !== TERMS)) faults.push('links to terms are lost or doubled');
  if (records !== 1) faults.push(`named by ${records} records of the ledger`);
  return faults;
};

const redirectsOf = ({ addresses }: Seen): string =>
  addresses
    .filter(({ kind, address }) => kind === 'path' && address.startsWith('/mark-'))
    .map(({ address }) => address.slice(1))
    .sort()
    .join();

const isAsSeen =
  (seen: Seen) =>
  (state: State): boolean => {
    const draft = seen.rows.find((row) => !row.isPublished);
    const published = seen.rows.find((row) => row.isPublished);
    if (state === null) return seen.rows.length === 0;
    return (
      same(state.draft, draft === undefined ? null : valuesOf(draft)) &&
      same(state.published, published === undefined ? null : valuesOf(published)) &&
      [...state.redirects].sort().join() === redirectsOf(seen)
    );
  };

/** In words, what no order of the operations can explain. */
const inWords = (seen: Seen, acts: readonly Act[]): string => {
  const deletions = acts.filter(({ means }) => means === deletes);
  const isThere = seen.rows.length > 0;
  if (isThere && deletions.some(({ outcome }) => outcome === 'done')) {
    return 'a delete was answered as done, and it lives';
  }
  if (!isThere && deletions.length === 0) return 'it is gone, and nobody deleted it';
  return 'no order of what was answered leads to what is there';
};

/** What is wrong with a document after a race. */
export const faultsAfter = (
  start: PostDocument,
  acts: readonly Act[],
  seen: Seen
): readonly string[] => {
  const faults = faultsOf(seen);
  const isFound = isAsSeen(seen);
  if (canBeExplained(start, acts, isFound)) return faults;
  const isOnlyRefused = canBeExplained(start, acts, isFound, true);
  return [...faults, isOnlyRefused ? 'answered "not found" for no reason' : inWords(seen, acts)];
};
