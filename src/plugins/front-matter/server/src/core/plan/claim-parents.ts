import type { Issue } from '../issue';
import { issueOf } from '../issue-codes';

/** Stands for the parent of a term that has none. */
export const ROOT = '';

/** Paths of terms, the outermost first, of one post. */
export type Paths = readonly (readonly string[])[];

export interface ParentClaims {
  /** The parent that each term has first been given, by value; ROOT for none. */
  readonly parents: ReadonlyMap<string, string>;
  /** For each post, in order: the terms that it has elsewhere. */
  readonly issues: readonly (readonly Issue[])[];
}

const place = (parent: string): string =>
  parent === ROOT ? 'under no other' : `under "${parent}"`;

const ambiguous = (field: string, value: string, first: string, here: string): Issue =>
  issueOf('CATEGORY_AMBIGUOUS', {
    message: `"${value}" is ${place(here)} here and ${place(first)} in an earlier file, and stays there. Give one of the two another name, or the same place.`,
    field,
  });

/**
 * Finds out which term stands under which. The first path that names a term places it; who places
 * it elsewhere later is contradicted. A term's parent is always named before the term itself, so
 * that no circle can come of it.
 *
 * @param field the relation's attribute, for issues
 * @param known the places that terms had before these posts, by value
 */
export const claimParents = (
  field: string,
  posts: readonly Paths[],
  known: (value: string) => string | undefined
): ParentClaims => {
  const parents = new Map<string, string>();
  const issues = posts.map((paths) => {
    const own = new Map<string, Issue>();
    for (const path of paths) {
      for (const [depth, value] of path.entries()) {
        const here = path[depth - 1] ?? ROOT;
        const first = known(value) ?? parents.get(value);
        if (first === undefined) parents.set(value, here);
        else if (first !== here) own.set(value, ambiguous(field, value, first, here));
      }
    }
    return [...own.values()];
  });
  return { parents, issues };
};
