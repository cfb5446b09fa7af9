import { type Issue, issueOf } from '../issue';

/** The parent of a term that has none. */
export const ROOT = '';

/** The paths of one post's terms, the outermost first. */
export type Paths = readonly (readonly string[])[];

export interface ParentClaims {
  /** The parent of each term that has not had one before, by value; ROOT for none. */
  readonly parents: ReadonlyMap<string, string>;
  /** For each post, in order: issues of terms that it puts under another parent. */
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
 * Decides which term is the parent of which. The first path that names a term decides; a post that puts
 * it elsewhere gets an issue. A term's parent is always named before the term itself, so that there can
 * be no circle.
 *
 * @param field the relation's attribute, for issues
 * @param known the parents that terms had before these posts, by value
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
