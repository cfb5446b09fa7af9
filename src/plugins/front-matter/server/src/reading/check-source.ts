import {
  compileSourceRules,
  messageOfProblem,
  reconcileSource,
} from 'strapi-plugin-source-links/core';

import { issueOf } from '../core/issue';
import type { FittedPost, PostFit } from '../core/fit/fit-post';
import type { JsonValue } from '../core/post';

/** The attributes that `source-links` keeps a document's code and URL in. */
export interface SourceAttributes {
  readonly code: string;
  readonly url: string;
}

const textOf = (value: JsonValue | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

/**
 * Checks a post's source by the rules of the hook in `source-links`. What the hook would refuse (a
 * header and a trailer that name two stories, an address that may not be kept) quarantines the one
 * file instead of failing its batch. Codes: SOURCE_INVALID.
 *
 * @param attributes null where the content type is not served
 * @param configured the configuration of `source-links`
 */
export const sourceChecker = (
  attributes: SourceAttributes | null,
  configured: object
): ((post: FittedPost) => PostFit) => {
  if (attributes === null) return (post) => ({ ok: true, post });
  const rules = compileSourceRules(configured);
  return (post) => {
    const code = textOf(post.values[attributes.code]);
    const url = textOf(post.values[attributes.url]);
    if (code === null && url === null) return { ok: true, post };
    const result = reconcileSource({ code, url }, null, rules);
    if (result.ok) return { ok: true, post };
    const message = `${messageOfProblem(result.problem, attributes)}.`;
    const field = result.problem.about === 'code' ? attributes.code : attributes.url;
    return { ok: false, issues: [issueOf('SOURCE_INVALID', { message, field })] };
  };
};
