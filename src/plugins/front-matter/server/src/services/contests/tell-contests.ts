import type { Issue } from '../../core/issue';
import { contests, type StoredContest } from '../../ledger/contests';
import { addressesOf, type Addresses } from '../../write/addresses';
import type { ReportIssue } from '../import/report';
import { nameIn } from '../../write/in-locale';
import { candidateOf, type Contender, type ContestSite, findContenders } from './contender';
import { contestIssues, pathTaken, slugTaken } from './contest-issues';

/** How far telling has come. */
export type Told = Pick<StoredContest, 'addressKey' | 'id'>;

export const NOTHING_TOLD: Told = { addressKey: '', id: 0 };

const PAGE = 200;

/** The slugs that documents have, by name. */
const findSlugs = async (
  { strapi, target }: Pick<ContestSite, 'strapi' | 'target'>,
  ids: readonly string[]
): Promise<ReadonlyMap<string, string>> => {
  const attribute = target.fields.get('slug')?.name;
  if (attribute === undefined || ids.length === 0) return new Map();
  const rows: readonly Readonly<Record<string, string>>[] = await strapi.db
    .query(target.uid)
    .findMany({
      where: { documentId: { $in: ids } },
      select: ['documentId', 'locale', attribute],
    });
  return new Map(
    rows.map((row) => [
      nameIn(target, row['documentId'] ?? '', row['locale'] ?? null),
      row[attribute] ?? '',
    ])
  );
};

/** What is to be said of a post that has asked for an address, now that it is known whose it is. */
export const issuesOf = (
  { path, instead }: Pick<StoredContest, 'path' | 'instead'>,
  loser: Pick<Contender, 'standing'>,
  winner: Pick<Contender, 'standing'> | null,
  slug: string | null,
  field: string
): readonly ReportIssue[] => {
  const { standing } = loser;
  const ofSlug: readonly Issue[] =
    instead === null || slug === null || slug === instead ? [] : [slugTaken(instead, slug, field)];
  const own = ofSlug.map((issue) => ({ path: standing.path, ...issue }));
  if (winner === loser) return own;
  return winner === null
    ? [...own, { path: standing.path, ...pathTaken(path) }]
    : [...own, ...contestIssues(path, winner.standing, standing)];
};

const byAddress = (rows: readonly StoredContest[]): readonly (readonly StoredContest[])[] => {
  const groups = new Map<string, StoredContest[]>();
  for (const row of rows) groups.set(row.address, [...(groups.get(row.address) ?? []), row]);
  return [...groups.values()];
};

const tellGroup = async (
  site: ContestSite,
  addresses: Addresses,
  rows: readonly StoredContest[]
): Promise<readonly ReportIssue[]> => {
  const [first] = rows;
  if (first === undefined) return [];
  const { address, holder } = first;
  const owner = holder === null ? [] : [candidateOf(holder)];
  const contenders = await findContenders(site, addresses, address, [...rows, ...owner]);
  const winner = contenders.get(holder ?? '') ?? null;
  const asked = rows.flatMap(({ instead, targetDocumentId: id }) => (instead === null ? [] : [id]));
  const slugs = await findSlugs(site, asked);
  const field = site.target.fields.get('slug')?.name ?? 'slug';
  return rows.flatMap((row) => {
    const loser = contenders.get(row.asker);
    if (loser === undefined) return [];
    return issuesOf(row, loser, winner, slugs.get(row.asker) ?? null, field);
  });
};

/**
 * Tells of some of the posts that have asked for addresses of others, since a report last did.
 *
 * @param after where the last page ended
 */
export const tellPage = async (
  site: ContestSite,
  after: Told
): Promise<{ readonly said: readonly ReportIssue[]; readonly last: Told | null }> => {
  const { strapi, target } = site;
  const ledger = contests(strapi, target);
  const addresses = addressesOf(strapi, target.uid);
  const rows = addresses === null ? [] : await ledger.untold(after, PAGE);
  const said: ReportIssue[] = [];
  for (const group of byAddress(rows)) {
    if (addresses !== null) said.push(...(await tellGroup(site, addresses, group)));
  }
  const [winners, losers] = [true, false].map((isWinner) =>
    rows.filter((row) => (row.holder === row.asker) === isWinner).map(({ id }) => id)
  );
  await ledger.remove(winners ?? []);
  await ledger.tell(losers ?? []);
  return { said, last: rows.at(-1) ?? null };
};
