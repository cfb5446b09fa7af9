import type { Shape } from './fit-value';

/** An attribute that is filled from files. */
export interface LayoutAttribute {
  readonly name: string;
  readonly shape: Shape;
}

/** A relation that is filled from files, and the attribute of its entries that holds what files say. */
export interface LayoutTerms {
  /** `categories` or `tags`, else a name of type and attribute: relations of one kind have their entries in common. */
  readonly kind: string;
  readonly attribute: string;
  readonly name: LayoutAttribute;
  /** The key of the front matter that became the relation; null for categories and tags. */
  readonly key: string | null;
  /** Whether a post has one at most. */
  readonly isOne: boolean;
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
