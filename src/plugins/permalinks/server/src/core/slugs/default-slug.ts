import { faultOf, repairSlug, tidySlug } from './given-slug';
import { makeSlug, type SlugRules } from './make-slug';

/** What a slug can be made from, best first. */
export interface SlugSources {
  readonly title: string | null;
  /** A source's code, say; kept as it is where it can be a slug. */
  readonly fallback: string | null;
  readonly documentId: string;
}

/**
 * The slug to try first for a document that was given none: from its title, else from its
 * fallback, else its id. Never empty.
 */
export function defaultSlug(sources: SlugSources, rules: SlugRules): string {
  const fromTitle = makeSlug(sources.title ?? '', rules);
  if (fromTitle !== '') return fromTitle;
  const code = tidySlug(sources.fallback ?? '');
  if (faultOf(code) === null) return code;
  return repairSlug(code) || sources.documentId;
}
