import type { Cursor } from './cursor';

/** A token that is a key if a colon follows it. */
export interface SimpleKey {
  /** Whether it is an error if no colon follows. */
  readonly required: boolean;
  /** Of the token. */
  readonly number: number;
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** How long a key may be. */
const MAX_LENGTH = 1024;

/** Tokens that may be keys: one in each open flow collection, and one in all blocks. */
export class SimpleKeys {
  readonly #levels: (SimpleKey | null)[] = [null];

  constructor(private readonly cursor: Cursor) {}

  /** How many flow collections are open. */
  get flowLevel(): number {
    return this.#levels.length - 1;
  }

  get current(): SimpleKey | null {
    return this.#levels[this.flowLevel] ?? null;
  }

  open(): void {
    this.#levels.push(null);
  }

  close(): void {
    if (this.flowLevel > 0) this.#levels.pop();
  }

  save(number: number, indent: number): void {
    const { offset, line, column } = this.cursor;
    this.remove();
    const required = this.flowLevel === 0 && indent === column;
    this.#levels[this.flowLevel] = { required, number, offset, line, column };
  }

  /** @throws SyntaxProblem where it had to be a key */
  remove(): void {
    this.#drop(this.flowLevel);
  }

  /** Forgets a token that was found to be a key. */
  forget(): void {
    this.#levels[this.flowLevel] = null;
  }

  /** Drops a token that is too long for a key, or on an earlier line. */
  dropStale(): void {
    const { line, offset } = this.cursor;
    for (const [level, key] of this.#levels.entries()) {
      if (key !== null && (key.line < line || key.offset + MAX_LENGTH < offset)) this.#drop(level);
    }
  }

  has(number: number): boolean {
    return this.#levels.some((key) => key?.number === number);
  }

  #drop(level: number): void {
    const key = this.#levels[level] ?? null;
    if (key?.required === true) this.cursor.fail('a line is no "key: value"', key.offset);
    this.#levels[level] = null;
  }
}
