import type { Convert } from './convert-value';
import type { Statement } from './statement';

/** A column that a statement answers with. */
export interface Column {
  readonly attribute: string;
  readonly convert: Convert;
  /** Whether it is read for its value alone, and is no part of the answer. */
  readonly isHidden: boolean;
}

/** Documents of one type, and how they are read. */
export interface Level {
  readonly uid: string;
  readonly statement: Statement;
  /** More rows are refused; null where the statement itself says how many. */
  readonly most: number | null;
  /** In the order of the statement's columns. */
  readonly columns: readonly Column[];
  /** Where a row's own id is among the columns. */
  readonly idAt: number;
  /**
   * Types of which any document that is written may change which documents these are. One of the answer that is
   * written itself, or linked to others, is known by its id.
   */
  readonly types: readonly string[];
  readonly relations: readonly Relation[];
}

/** A relation whose documents are a part of the answer. */
export interface Relation {
  readonly attribute: string;
  /** Whether there are many to one document, or at most one. */
  readonly isMany: boolean;
  /** Whether it is read for its values alone, and is no part of the answer. */
  readonly isHidden: boolean;
  /** Where among its level's columns those are whose values are needed beside what the answer shows of it. */
  readonly needed: readonly number[];
  /** Its statement takes the ids of those that it belongs to as keys. */
  readonly level: Level;
  /** Where the id of whom a row belongs to is among its columns. */
  readonly ownerAt: number;
}
