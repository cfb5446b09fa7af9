import type { Cursor } from './cursor';

/** The white space and line breaks between two pieces of a scalar, which are folded as YAML does. */
export class Folding {
  #blanks = '';
  #leading = '';
  #trailing = '';
  /** Whether a line has ended since the last piece. */
  isBroken = false;

  get isEmpty(): boolean {
    return !this.isBroken && this.#blanks === '';
  }

  /** Takes all white space and breaks at the cursor. */
  take(cursor: Cursor, onBlank: () => void = () => undefined): void {
    for (;;) {
      if (cursor.isBlank()) {
        onBlank();
        if (this.isBroken) cursor.skip();
        else this.#blanks += cursor.readWhile(() => cursor.isBlank());
      } else if (cursor.isBreak()) {
        if (this.isBroken) this.#trailing += cursor.readLine();
        else {
          this.#blanks = '';
          this.#leading = cursor.readLine();
          this.isBroken = true;
        }
      } else return;
    }
  }

  /** Returns what they become in the scalar, and forgets them. */
  join(): string {
    const folded = this.#leading === '\n' ? this.#trailing || ' ' : this.#leading + this.#trailing;
    const text = this.isBroken ? folded : this.#blanks;
    this.#blanks = '';
    this.#leading = '';
    this.#trailing = '';
    this.isBroken = false;
    return text;
  }
}
