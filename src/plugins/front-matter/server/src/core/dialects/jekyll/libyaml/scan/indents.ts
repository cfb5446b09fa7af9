/** The indents of the open blocks. */
export class Indents {
  /** Of the innermost; -1 where none is open. */
  current = -1;
  readonly #outer: number[] = [];

  /** Whether a block begins at that column: it is indented more than the innermost. */
  open(column: number): boolean {
    if (this.current >= column) return false;
    this.#outer.push(this.current);
    this.current = column;
    return true;
  }

  /** Whether the innermost ends before that column. */
  close(column: number): boolean {
    if (this.current <= column) return false;
    this.current = this.#outer.pop() ?? -1;
    return true;
  }
}
