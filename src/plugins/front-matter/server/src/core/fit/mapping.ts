/** A relation that a front matter key becomes, and how its entries are found. */
export interface MappedRelation {
  /** The attribute of the post's content type. */
  readonly relation: string;
  /** The text attribute of the relation's content type that holds what files say. */
  readonly by: string;
}

/** Front matter keys, and the attributes or relations they become. */
export type Mapping = Readonly<Record<string, string | MappedRelation>>;
