import type { Token } from './token';

/** Tokens that were scanned and not taken yet, numbered from 0. */
export class TokenQueue {
  readonly #tokens: Token[] = [];
  #head = 0;
  /** The number of the first one. */
  taken = 0;

  get isEmpty(): boolean {
    return this.#head === this.#tokens.length;
  }

  /** The number that the next one has. */
  get next(): number {
    return this.taken + this.#tokens.length - this.#head;
  }

  get first(): Token {
    const token = this.#tokens[this.#head];
    if (token === undefined) throw new Error('There is no token behind the last one.');
    return token;
  }

  take(): Token {
    const token = this.first;
    this.#head += 1;
    this.taken += 1;
    if (this.isEmpty) {
      this.#tokens.length = 0;
      this.#head = 0;
    }
    return token;
  }

  push(token: Token): void {
    this.#tokens.push(token);
  }

  /** Puts a token in front of the one that has the number. */
  insert(number: number, token: Token): void {
    this.#tokens.splice(number - this.taken + this.#head, 0, token);
  }
}
