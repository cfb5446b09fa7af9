import type { ListedTerm } from '../../../server/src/panel/contract';

/** A term, and those that stand right under it. */
export interface TermNode {
  readonly term: ListedTerm;
  readonly children: readonly TermNode[];
  /** Whether it stands under itself: it is shown at the top, and somebody has to mend it. */
  readonly isInCircle: boolean;
}

const collator = new Intl.Collator(['zh-Hans', 'en'], { numeric: true });

/**
 * Makes a tree of terms, each in it once, by name. What stands under a term that is not there is at the top, and so is
 * one of each circle.
 */
export const buildTree = (terms: readonly ListedTerm[]): readonly TermNode[] => {
  const known = new Set(terms.map(({ documentId }) => documentId));
  const below = new Map<string | null, ListedTerm[]>();
  for (const term of [...terms].sort((one, other) => collator.compare(one.name, other.name))) {
    const above = term.parent !== null && known.has(term.parent) ? term.parent : null;
    below.set(above, [...(below.get(above) ?? []), term]);
  }
  const seen = new Set<string>();
  const grow = (term: ListedTerm, isInCircle = false): TermNode => {
    seen.add(term.documentId);
    const children = (below.get(term.documentId) ?? []).flatMap((child) =>
      seen.has(child.documentId) ? [] : [grow(child)]
    );
    return { term, children, isInCircle };
  };
  const roots = (below.get(null) ?? []).map((term) => grow(term));
  // What is left is in a circle, or below one.
  for (const term of terms) if (!seen.has(term.documentId)) roots.push(grow(term, true));
  return roots;
};

/** Leaves those whose name has a text in it, and what is above them. */
export const filterTree = (nodes: readonly TermNode[], text: string): readonly TermNode[] => {
  const wanted = text.normalize('NFC').trim().toLowerCase();
  if (wanted === '') return nodes;
  return nodes.flatMap((node) => {
    const children = filterTree(node.children, text);
    const isWanted = node.term.name.toLowerCase().includes(wanted);
    return isWanted || children.length > 0 ? [{ ...node, children }] : [];
  });
};
