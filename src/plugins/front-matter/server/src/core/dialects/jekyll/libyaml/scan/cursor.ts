/** Why libyaml rejects a text, and where. */
export class SyntaxProblem extends Error {
  override readonly name = 'SyntaxProblem';
  constructor(
    message: string,
    /** Offset in the text, in UTF-16 units. */
    readonly offset: number
  ) {
    super(message);
  }
}

const BREAK = '\n\r\u0085\u2028\u2029';
const ALPHA = /[0-9A-Za-z_-]/;

/** A position in a text, with the tests of libyaml's scanner. Behind the end there are empty characters. */
export class Cursor {
  offset = 0;
  line = 0;
  column = 0;

  constructor(readonly text: string) {}

  peek(ahead = 0): string {
    return this.text.charAt(this.offset + ahead);
  }

  /** Whether one of the characters is at the position; false at the end. */
  isOneOf(characters: string, ahead = 0): boolean {
    const char = this.peek(ahead);
    return char !== '' && characters.includes(char);
  }

  isEnd(ahead = 0): boolean {
    return this.offset + ahead >= this.text.length;
  }

  isBlank(ahead = 0): boolean {
    return this.isOneOf(' \t', ahead);
  }

  isBreak(ahead = 0): boolean {
    return this.isOneOf(BREAK, ahead);
  }

  isBreakOrEnd(ahead = 0): boolean {
    return this.isEnd(ahead) || this.isBreak(ahead);
  }

  isBlankOrEnd(ahead = 0): boolean {
    return this.isBlank(ahead) || this.isBreakOrEnd(ahead);
  }

  isAlpha(): boolean {
    return ALPHA.test(this.peek());
  }

  /** Three dashes or dots at the start of a line, with nothing right behind them. */
  isDocumentMark(mark: '---' | '...'): boolean {
    return this.column === 0 && this.text.startsWith(mark, this.offset) && this.isBlankOrEnd(3);
  }

  /** Takes a character that is not a line break. */
  read(): string {
    const char = this.peek();
    this.skip();
    return char;
  }

  skip(count = 1): void {
    this.offset += count;
    this.column += count;
  }

  /** Takes a line break, as a line feed except for U+2028 and U+2029; takes nothing where there is none. */
  readLine(): string {
    if (!this.isBreak()) return '';
    const char = this.peek();
    this.offset += char === '\r' && this.peek(1) === '\n' ? 2 : 1;
    this.line += 1;
    this.column = 0;
    return char === '\u2028' || char === '\u2029' ? char : '\n';
  }

  skipWhile(holds: () => boolean): void {
    while (holds()) this.skip();
  }

  readWhile(holds: () => boolean): string {
    const start = this.offset;
    this.skipWhile(holds);
    return this.text.slice(start, this.offset);
  }

  fail(message: string, offset = this.offset): never {
    throw new SyntaxProblem(message, offset);
  }
}
