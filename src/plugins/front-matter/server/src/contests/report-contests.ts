import { nameIn } from '../core/locale';
import type { Issue } from '../core/issue';
import type { Standing } from '../core/plan/rank-posts';
import type { StoredContest } from '../ledger/contest';
import { contests } from '../ledger/contests';
import { addressesOf, type Addresses } from '../site/addresses';
import type { ReportIssue } from '../run/report-issue';
import { candidateOf, type ContestSite, findContenders, findOwner, nameOf } from './contender';
import { contestIssues, pathTaken, slugTaken } from './contest-issues';

/** The last row that was reported. */
export type ReportCursor = Pick<StoredContest, 'addressKey' | 'id'>;

export const REPORT_START: ReportCursor = { addressKey: '', id: 0 };

const PAGE = 200;

/** The slugs that documents have, by name. */
export const findSlugs = async (
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

/** A post that has asked in vain for an address. */
interface Asker extends Pick<StoredContest, 'path' | 'slugAsked'> {
  readonly post: Standing;
  /** The slug that it has now; null where that is not known. */
  readonly slug: string | null;
  /** Whether it has the address by now. */
  readonly isWinner: boolean;
}

/**
 * The issues of a post that has asked for an address, once it is decided which post has the
 * address.
 *
 * @param archive the archive that is imported
 * @param winner null where no imported post has it
 * @param field the attribute of the slug
 */
export const issuesOfAsker = (
  archive: string,
  { path, slugAsked, post, slug, isWinner }: Asker,
  winner: Standing | null,
  field: string
): readonly ReportIssue[] => {
  const isOwn = post.archive === archive;
  const file = isOwn ? post.path : '';
  const whose = isOwn ? '' : ` of ${post.path} of the archive "${post.archive}"`;
  const ofSlug: readonly Issue[] =
    slugAsked === null || slug === null || slug === slugAsked
      ? []
      : [slugTaken(slugAsked, slug, field, whose)];
  const own = ofSlug.map((issue): ReportIssue => ({ path: file, ...issue }));
  if (isWinner) return own;
  return winner === null
    ? [...own, { path: file, ...pathTaken(path, whose) }]
    : [...own, ...contestIssues(archive, path, winner, post)];
};

const byAddress = (rows: readonly StoredContest[]): readonly (readonly StoredContest[])[] => {
  const groups = new Map<string, StoredContest[]>();
  for (const row of rows) groups.set(row.address, [...(groups.get(row.address) ?? []), row]);
  return [...groups.values()];
};

const reportAddress = async (
  site: ContestSite,
  archive: string,
  addresses: Addresses,
  rows: readonly StoredContest[]
): Promise<readonly ReportIssue[]> => {
  const [first] = rows;
  if (first === undefined) return [];
  const { target } = site;
  const { address, holder } = first;
  const owner = holder === null ? [] : [candidateOf(holder)];
  const all = [...rows, ...owner];
  const contenders = await findContenders(site, addresses, address, all, 'all');
  const known = contenders.get(holder ?? '') ?? null;
  const hasAsked =
    known === null ||
    known.standing.asks !== 'former' ||
    (await findOwner(site, addresses, address, candidateOf(known.name))) !== null;
  const winner = hasAsked ? (known?.standing ?? null) : null;
  const asked = rows.flatMap(({ slugAsked, targetDocumentId: id }) =>
    slugAsked === null ? [] : [id]
  );
  const slugs = await findSlugs(site, asked);
  const field = target.fields.get('slug')?.name ?? 'slug';
  return rows.flatMap((row) => {
    const name = nameOf(target, row);
    const post = contenders.get(name)?.standing;
    if (post === undefined) return [];
    const asked = { ...row, post, slug: slugs.get(name) ?? null, isWinner: name === holder };
    return issuesOfAsker(archive, asked, winner, field);
  });
};

/**
 * Reports one page of the posts that have asked for addresses of others and were not reported yet.
 *
 * @param archive the archive that is imported
 * @param after where the last page ended
 */
export const reportContestsPage = async (
  site: ContestSite,
  archive: string,
  after: ReportCursor
): Promise<{ readonly issues: readonly ReportIssue[]; readonly last: ReportCursor | null }> => {
  const { strapi, target } = site;
  const ledger = contests(strapi, target);
  const addresses = addressesOf(strapi, target.uid);
  const rows = addresses === null ? [] : await ledger.findUnreported(after, PAGE);
  const issues: ReportIssue[] = [];
  for (const group of byAddress(rows)) {
    if (addresses !== null) issues.push(...(await reportAddress(site, archive, addresses, group)));
  }
  const [winners, losers] = [true, false].map((isWinner) =>
    rows.filter((row) => (row.holder === nameOf(target, row)) === isWinner).map(({ id }) => id)
  );
  await ledger.remove(winners ?? []);
  await ledger.markReported(losers ?? []);
  return { issues, last: rows.at(-1) ?? null };
};
