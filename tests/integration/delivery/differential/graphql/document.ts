import type { SortTerm } from '../questions/sorts';
import type { TypeName } from '../questions/types';
import type { Tree, Value } from '../questions/values';

/** The arguments of a field. */
export interface Arguments {
  readonly documentId?: Value;
  readonly filters?: Tree;
  readonly sort?: readonly SortTerm[];
  readonly pagination?: Tree;
  readonly status?: 'PUBLISHED' | 'DRAFT';
}

/** A field that holds documents, with what is asked of them. */
export interface Documents {
  readonly name: string;
  readonly alias: string | null;
  readonly type: TypeName;
  readonly shape: 'one' | 'list' | 'connection';
  readonly args: Arguments;
  readonly fields: readonly string[];
  readonly relations: readonly Documents[];
  /** The fields that stand in a fragment, and of which kind it is. */
  readonly fragment: 'none' | 'inline' | 'named';
  /** Asks no ids, which its entries are told apart by: its sort leaves no ties then. */
  readonly anonymous: boolean;
}

/** How values stand in a document: written out, each a variable, or whole arguments as variables. */
export type Writing = 'inline' | 'values as variables' | 'arguments as variables';

/** A document of one query. */
export interface Operation {
  readonly name: string | null;
  readonly roots: readonly Documents[];
  readonly writing: Writing;
}
