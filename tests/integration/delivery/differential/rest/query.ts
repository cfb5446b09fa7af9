import { BY_ID, BY_ID_BACKWARDS, type SortTerm, spellTerm } from '../questions/sorts';
import type { TieBreak } from '../questions/question';
import { WORDS } from '../questions/filters';
import { present } from '../questions/parts';
import { isList, Slot, type Tree, type Value } from '../questions/values';

/** What can be asked of documents, and of those that they relate to. */
export interface Level {
  readonly filters?: Tree;
  readonly sort?: readonly SortTerm[];
  readonly fields?: readonly string[];
  readonly populate?: Populate;
}

/** All relations, some of them by name, or each with what is asked of it. */
export type Populate = '*' | readonly string[] | { readonly [relation: string]: '*' | Level };

/** The parameters of a request. */
export interface Query extends Level {
  readonly pagination?: Tree;
  readonly status?: string;
  readonly locale?: string;
  readonly _q?: Value;
}

/** As REST has it, an operator begins with a dollar. */
const withDollars = (tree: Tree): Tree => {
  if (typeof tree === 'string' || tree instanceof Slot) return tree;
  if (isList(tree)) return tree.map(withDollars);
  return Object.fromEntries(
    Object.entries(tree).map(([key, below]) => [
      WORDS.has(key) ? `$${key}` : key,
      withDollars(below),
    ])
  );
};

/** `{ date: 'desc' }`, which is another way to write a sort of one term. */
const nestTerm = ({ path, order }: SortTerm): Tree =>
  path.reduceRight<Tree>((below, name) => ({ [name]: below }), order ?? 'asc');

/** How parameters are nested; the speller then writes them. */
export interface Forms {
  /** A sort of one term as an object instead of a text. */
  readonly nestedSort: boolean;
}

/**
 * A level as parameters, or with its ties broken by id where it is sorted.
 * @param ties - null to leave ties as they are
 */
const treeOfLevel = (level: Level, forms: Forms, ties: TieBreak | null): Record<string, Tree> => {
  const { filters, sort, fields, populate } = level;
  const terms = sort === undefined || ties === null ? sort : [...sort, idTerm(ties)];
  const [first] = terms ?? [];
  return {
    ...(filters === undefined ? {} : { filters: withDollars(filters) }),
    ...(terms === undefined || first === undefined
      ? {}
      : { sort: forms.nestedSort && terms.length === 1 ? nestTerm(first) : terms.map(spellTerm) }),
    ...(fields === undefined ? {} : { fields }),
    ...(populate === undefined ? {} : { populate: treeOfPopulate(populate, forms, ties) }),
  };
};

const idTerm = (ties: TieBreak): SortTerm => (ties === 'asc' ? BY_ID : BY_ID_BACKWARDS);

const isNames = (populate: Populate): populate is readonly string[] => Array.isArray(populate);

const treeOfPopulate = (populate: Populate, forms: Forms, ties: TieBreak | null): Tree => {
  if (populate === '*' || isNames(populate)) return populate;
  return Object.fromEntries(
    Object.entries(populate).map(([relation, level]) => {
      const below = level === '*' ? {} : treeOfLevel(level, forms, ties);
      return [relation, Object.keys(below).length === 0 ? 'true' : below];
    })
  );
};

/** A query as parameters, still with places for values. */
export const treeOf = (query: Query, forms: Forms): Record<string, Tree> => {
  const { pagination, status, locale, _q } = query;
  return {
    ...treeOfLevel(query, forms, null),
    ...(pagination === undefined ? {} : { pagination }),
    ...(status === undefined ? {} : { status }),
    ...(locale === undefined ? {} : { locale }),
    ...(_q === undefined ? {} : { _q }),
  };
};

/** A page of the whole list, by its number. */
export interface WholePage {
  readonly page: number;
  readonly size: number;
}

/**
 * The same in one order, and a page of all that there is, also where it is not sorted.
 * @param at - null where it asks for one document
 */
export const wholeTreeOf = (query: Query, ties: TieBreak, at: WholePage | null): Tree => {
  const forms = { nestedSort: false };
  const { populate } = query;
  const level = at === null ? present({ populate }) : { ...query, sort: query.sort ?? [] };
  return {
    ...treeOf(query, forms),
    ...treeOfLevel(level, forms, ties),
    ...(at === null
      ? {}
      : { pagination: { page: `${at.page}`, pageSize: `${at.size}`, withCount: 'false' } }),
  };
};
