import type { KeptDocument, RefusedPath } from 'strapi-plugin-permalinks/contract';
import { type Issue, issueOf } from '../../core/issue';
import { pathTaken, slugTaken } from '../../contests/contest-issues';

const slugIssue = (
  { slug, reason }: KeptDocument,
  instead: string,
  whose: string,
  field: string
): Issue => {
  if (reason === 'taken') return slugTaken(instead, slug, field, whose);
  const why = reason === 'reserved' ? 'is a reserved word' : 'cannot be a slug';
  const message = `"${instead}"${whose} ${why}: this document is "${slug}".`;
  return issueOf('SLUG_INVALID', { message, field });
};

const pathIssue = ({ path, reason }: RefusedPath, whose: string): Issue => {
  const address = `The address ${path}${whose}`;
  switch (reason) {
    case 'taken':
      return pathTaken(path, whose);
    case 'reserved':
      return issueOf('PATH_RESERVED', {
        message: `${address} is one that the server itself answers at, or reserved by the configuration: it is not kept.`,
      });
    case 'invalid':
      return issueOf('PATH_INVALID', { message: `${address} is none that can be kept.` });
  }
};

/**
 * What is to be said of the addresses that a document was given: SLUG_TAKEN, SLUG_INVALID,
 * PATH_TAKEN, PATH_RESERVED, PATH_INVALID.
 *
 * @param field the attribute that has, or leads to, the slug
 * @param term the term whose addresses they are; null for the post's own
 */
export const addressIssues = (
  kept: KeptDocument,
  field: string,
  term: string | null = null
): Issue[] => {
  const whose = term === null ? '' : ` of "${term}"`;
  const { instead } = kept;
  const slug = instead === null ? [] : [slugIssue(kept, instead, whose, field)];
  return [...slug, ...kept.refused.map((refused) => pathIssue(refused, whose))];
};
