import { type Issue, issueOf } from '../core/issue';
import { comparePosts, type Reason, type Standing } from '../core/plan/rank-posts';
import type { ReportIssue } from '../run/report-issue';

/** Why the first of two posts has the address, for the report. */
const REASONS: Readonly<Record<Reason, string>> = {
  shown: 'this post is not shown',
  asks: 'this post has another address now',
  own: 'it is the own address of that post, and a redirect to this one',
  newer: 'that post is newer',
  path: "both have one date, and that file's path is the later one",
  archive: "both have one date and one path, and that archive's name is the later one",
};

const KEEPS_PAGE =
  'this post is newer, but that one was shown there before, and keeps its slug. Give that one another slug to have this one there';

/** The issue of a document whose slug another document has. */
export const slugTaken = (instead: string, slug: string, field: string, whose = ''): Issue =>
  issueOf('SLUG_TAKEN', {
    message: `The slug "${instead}"${whose} is another document's: this one is "${slug}".`,
    field,
  });

/** The issue of an address that leads to a document which no import has made. */
export const pathTaken = (path: string, whose = ''): Issue =>
  issueOf('PATH_TAKEN', {
    message: `The address ${path}${whose} leads to another document already.`,
  });

/**
 * The issues of two posts that ask for one address, one for each post. A file of another archive
 * than the report's is named with its archive.
 */
export const contestIssues = (
  archive: string,
  address: string,
  winner: Standing,
  loser: Standing
): readonly ReportIssue[] => {
  const { order, reason } = comparePosts(winner, loser);
  const why = order < 0 ? KEEPS_PAGE : REASONS[reason];
  const named = ({ path, archive: own }: Standing): string =>
    own === archive ? path : `${path} of the archive "${own}"`;
  const at = ({ path, archive: own }: Standing, issue: Issue): ReportIssue =>
    own === archive ? { path, ...issue } : { path: '', ...issue };
  const its = (post: Standing): string => (post.archive === archive ? 'this post' : named(post));
  const whose = loser.archive === archive ? '' : `, which ${named(loser)} asks for,`;
  const taken = issueOf('PATH_TAKEN', {
    message: `The address ${address}${whose} leads to ${named(winner)}: ${why}.`,
  });
  // A post that has another address now does not ask for this one.
  if (loser.asks === 'former') return [at(loser, taken)];
  const shared = issueOf('PATH_CONTESTED', {
    message: `The address ${address} leads to ${its(winner)}, and ${named(loser)} asks for it as well.`,
  });
  return [at(loser, taken), at(winner, shared)];
};
