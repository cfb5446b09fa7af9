import type { Issue } from '../../core/issue';
import { issueOf } from '../../core/issue-codes';
import { comparePosts, type Reason, type Standing } from '../../core/plan/rank-posts';
import type { ReportIssue } from '../import/report';

/** Of two posts, why the first has the address; what a person would say. */
const REASONS: Readonly<Record<Reason, string>> = {
  shown: 'this post is not shown',
  asks: 'this post has another address now',
  own: 'it is the own address of that post, and a redirect to this one',
  newer: 'that post is newer',
  path: "both have one date, and that file's path is the later one",
};

/** A file, for whoever reads the report of another archive. */
const fileIn = ({ path, archive }: Standing, own: string): string =>
  archive === own ? path : `${path} of the archive "${archive}"`;

/** That a slug is another document's. */
export const slugTaken = (instead: string, slug: string, field: string, whose = ''): Issue =>
  issueOf('SLUG_TAKEN', {
    message: `The slug "${instead}"${whose} is another document's: this one is "${slug}".`,
    field,
  });

/** That an address leads to a document that no file has become. */
export const pathTaken = (path: string, whose = ''): Issue =>
  issueOf('PATH_TAKEN', {
    message: `The address ${path}${whose} leads to another document already.`,
  });

/** What is to be said of two posts that ask for one address, at both of them. */
export const contestIssues = (
  address: string,
  winner: Standing,
  loser: Standing
): readonly ReportIssue[] => {
  const { reason } = comparePosts(winner, loser);
  const taken = issueOf('PATH_TAKEN', {
    message: `The address ${address} leads to ${fileIn(winner, loser.archive)}: ${REASONS[reason]}.`,
  });
  const shared = issueOf('PATH_SHARED', {
    message: `The address ${address} leads to this post, and ${fileIn(loser, winner.archive)} asks for it as well.`,
  });
  return [
    { path: loser.path, ...taken },
    { path: winner.path, ...shared },
  ];
};
