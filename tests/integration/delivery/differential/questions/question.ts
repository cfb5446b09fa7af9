import fc from 'fast-check';
import type { PersonName } from '../people/people';
import type { Values } from './values';

/** A request as it is sent. */
export interface Request {
  readonly method: 'GET' | 'HEAD' | 'OPTIONS' | 'POST' | 'PUT' | 'DELETE';
  /** With its query, encoded. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Which of the rows that a sort leaves tied comes first. */
export type TieBreak = 'asc' | 'desc';

/** Something to ask: one form, with other values in it on each turn. */
export interface Question {
  readonly who: PersonName;
  /** What a failure shows of it. */
  [fc.toStringMethod](): string;
  request(values: Values, turn: number): Request;
  /**
   * The same, sorted by id where its own sort leaves rows tied, and a page of all that there is
   * instead of what is asked for; null where it asks for no list.
   */
  whole(values: Values, turn: number, ties: TieBreak, page: number): Request | null;
}

/** How many entries a page of the whole has. */
export const WHOLE_PAGE = 50;
