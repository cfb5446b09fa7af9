import type { DocumentHandler } from './document-handler';
import type { TokenReader } from './token-reader';

/** How the parser of a collection parses the nodes in it. */
export interface ParseNodes {
  readonly reader: TokenReader;
  readonly handler: DocumentHandler;
  /** Handles a node that is not written. */
  empty(offset: number): void;
  /**
   * Parses the next node.
   *
   * @param isBlock whether it may be a block
   * @param mayBeIndentless whether it may be a list whose dashes stand where its key does
   */
  parse(isBlock: boolean, mayBeIndentless: boolean): void;
}
