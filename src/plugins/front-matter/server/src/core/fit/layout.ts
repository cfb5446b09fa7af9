import type { Shape } from './fit-value';

/** An attribute that is filled from files. */
export interface LayoutAttribute {
  readonly name: string;
  readonly shape: Shape;
}

/** One kind of terms: the post's relation, and the attribute of a term's name. */
export interface LayoutTerms {
  readonly kind: 'categories' | 'tags';
  readonly attribute: string;
  readonly name: LayoutAttribute;
}

/** Which attributes of a content type hold which parts of a post. */
export interface Layout {
  /** By field: title, slug, date, body, … */
  readonly fields: ReadonlyMap<string, LayoutAttribute>;
  /** By key of the front matter. */
  readonly keys: ReadonlyMap<string, LayoutAttribute>;
  readonly terms: readonly LayoutTerms[];
  /** False where every row is public. */
  readonly draftAndPublish: boolean;
}
