/** What a value of a query is taken from. */
export type Pool =
  | 'title'
  | 'slug'
  | 'categorySlug'
  | 'tagSlug'
  | 'name'
  | 'text'
  | 'part'
  | 'code'
  | 'url'
  | 'moment'
  | 'post'
  | 'category'
  | 'tag'
  | 'row'
  | 'truth'
  | 'page'
  | 'size'
  | 'start';

/** All values of each pool. */
export type Values = Readonly<Record<Pool, readonly string[]>>;

/** How far from each other two turns of a query are in a pool. */
const STRIDE = 7;

/** A place in a query where a value stands: another one on each turn. */
export class Slot {
  constructor(
    readonly pool: Pool,
    readonly at: number
  ) {}

  valueOf(values: Values, turn: number): string {
    const pool = values[this.pool];
    return pool[(this.at + turn * STRIDE) % pool.length] ?? '';
  }

  toJSON(): string {
    return `‹${this.pool} ${this.at}›`;
  }
}

/** A value as it stands, or a place for one. */
export type Value = string | Slot;

/** Parameters of a query, nested as they are in brackets or braces. */
export type Tree = Value | readonly Tree[] | { readonly [key: string]: Tree };

export type FilledTree = string | readonly FilledTree[] | { readonly [key: string]: FilledTree };

export const isList = (tree: Tree): tree is readonly Tree[] => Array.isArray(tree);

/** Puts the values of a turn into their places. */
export const fillIn = (tree: Tree, values: Values, turn: number): FilledTree => {
  if (typeof tree === 'string') return tree;
  if (tree instanceof Slot) return tree.valueOf(values, turn);
  if (isList(tree)) return tree.map((member) => fillIn(member, values, turn));
  return Object.fromEntries(
    Object.entries(tree).map(([key, below]) => [key, fillIn(below, values, turn)])
  );
};
