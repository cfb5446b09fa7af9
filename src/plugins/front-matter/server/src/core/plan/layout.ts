import type { Shape } from './fit-value';

/** One attribute that a file's value goes to. */
export interface LayoutAttribute {
  readonly name: string;
  readonly shape: Shape;
}

/** One kind of terms: the post's relation, and the attribute that takes a term's name. */
export interface LayoutTerms {
  readonly kind: 'categories' | 'tags';
  readonly attribute: string;
  readonly name: LayoutAttribute;
}

/** Which attribute of a content type takes which part of a post. */
export interface Layout {
  /** By field: title, slug, date, body, … */
  readonly fields: ReadonlyMap<string, LayoutAttribute>;
  /** By key of the front matter. */
  readonly keys: ReadonlyMap<string, LayoutAttribute>;
  readonly terms: readonly LayoutTerms[];
  /** False where every row is public, so that nothing can be kept back. */
  readonly draftAndPublish: boolean;
}
