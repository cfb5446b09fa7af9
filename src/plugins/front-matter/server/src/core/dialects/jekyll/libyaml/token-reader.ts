import { SyntaxProblem } from './scan/cursor';
import { Scanner } from './scan/scanner';
import type { Mark, Token } from './scan/token';

/** The tokens of a text, as a parser takes them. */
export class TokenReader {
  readonly #scanner: Scanner;

  constructor(text: string) {
    this.#scanner = new Scanner(text);
  }

  peek(): Token {
    return this.#scanner.peek();
  }

  take(): Token {
    return this.#scanner.take();
  }

  is(...kinds: readonly Token['kind'][]): boolean {
    return kinds.includes(this.peek().kind);
  }

  takeIf(kind: Mark): boolean {
    if (!this.is(kind)) return false;
    this.take();
    return true;
  }

  /** Fails at the next token. */
  fail(message: string): never {
    throw new SyntaxProblem(message, this.peek().offset);
  }
}
