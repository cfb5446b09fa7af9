import { Cursor } from './cursor';
import { Indents } from './indents';
import { scanBlock } from './scan-block';
import { scanAnchor, scanDirective, scanTag } from './scan-names';
import { assertPlainStart, scanPlain } from './scan-plain';
import { scanQuoted } from './scan-quoted';
import { SimpleKeys } from './simple-keys';
import { skipToToken } from './skip-to-token';
import type { Mark, Token } from './token';
import { TokenQueue } from './token-queue';

/** libyaml's scanner. Its tokens depend on indents, and on whether a key may begin. */
export class Scanner {
  readonly #cursor: Cursor;
  readonly #keys: SimpleKeys;
  readonly #queue = new TokenQueue();
  readonly #indents = new Indents();
  #keyAllowed = true;
  #isDone = false;

  constructor(text: string) {
    this.#cursor = new Cursor(text);
    this.#keys = new SimpleKeys(this.#cursor);
  }

  peek(): Token {
    while (this.#needsMore()) this.#fetch();
    return this.#queue.first;
  }

  take(): Token {
    this.peek();
    return this.#queue.take();
  }

  get #isInFlow(): boolean {
    return this.#keys.flowLevel > 0;
  }

  /** A token is held back as long as it may be a key. */
  #needsMore(): boolean {
    if (this.#isDone) return false;
    if (this.#queue.isEmpty) return true;
    this.#keys.dropStale();
    return this.#keys.has(this.#queue.taken);
  }

  #saveKey(): void {
    if (this.#keyAllowed) this.#keys.save(this.#queue.next, this.#indents.current);
    this.#keyAllowed = false;
  }

  #add(kind: Mark, length = 0): void {
    this.#queue.push({ kind, offset: this.#cursor.offset });
    this.#cursor.skip(length);
  }

  #unroll(column: number): void {
    while (!this.#isInFlow && this.#indents.close(column)) this.#add('block-end');
  }

  /** @param number of the token that it goes in front of */
  #roll(kind: Mark, column: number, offset: number, number: number): void {
    if (this.#isInFlow || !this.#indents.open(column)) return;
    this.#queue.insert(number, { kind, offset });
  }

  #fetch(): void {
    const cursor = this.#cursor;
    const hasBroken = skipToToken(cursor, this.#isInFlow || !this.#keyAllowed, this.#isInFlow);
    if (hasBroken && !this.#isInFlow) this.#keyAllowed = true;
    this.#keys.dropStale();
    this.#unroll(cursor.column);
    if (cursor.isEnd()) {
      this.#isDone = true;
      this.#closeBlocks();
      return this.#add('stream-end');
    }
    if (cursor.column === 0 && cursor.peek() === '%') {
      this.#closeBlocks();
      return this.#queue.push(scanDirective(cursor));
    }
    if (cursor.isDocumentMark('---')) return this.#fetchMark('document-start');
    if (cursor.isDocumentMark('...')) return this.#fetchMark('document-end');
    const isInFlow = this.#isInFlow;
    switch (cursor.peek()) {
      case '[':
      case '{':
        return this.#openFlow(cursor.peek() === '[' ? 'flow-sequence-start' : 'flow-mapping-start');
      case ']':
      case '}':
        return this.#closeFlow(cursor.peek() === ']' ? 'flow-sequence-end' : 'flow-mapping-end');
      case ',':
        this.#keys.remove();
        this.#keyAllowed = true;
        return this.#add('flow-entry', 1);
      case '-':
        if (cursor.isBlankOrEnd(1)) return this.#fetchEntry();
        break;
      case '?':
        if (isInFlow || cursor.isBlankOrEnd(1)) return this.#fetchKey();
        break;
      case ':':
        if (isInFlow || cursor.isBlankOrEnd(1)) return this.#fetchValue();
        break;
      case '*':
      case '&':
        return this.#fetchWithKey(() => scanAnchor(cursor));
      case '!':
        return this.#fetchWithKey(() => scanTag(cursor, isInFlow));
      case "'":
      case '"':
        return this.#fetchWithKey(() => scanQuoted(cursor));
      case '|':
      case '>':
        if (!isInFlow) return this.#fetchBlock();
        break;
    }
    assertPlainStart(cursor, isInFlow);
    this.#fetchPlain();
  }

  #closeBlocks(): void {
    this.#unroll(-1);
    this.#keys.remove();
    this.#keyAllowed = false;
  }

  #fetchMark(kind: 'document-start' | 'document-end'): void {
    this.#closeBlocks();
    this.#add(kind, 3);
  }

  #openFlow(kind: Mark): void {
    this.#saveKey();
    this.#keys.open();
    this.#keyAllowed = true;
    this.#add(kind, 1);
  }

  #closeFlow(kind: Mark): void {
    this.#keys.remove();
    this.#keys.close();
    this.#keyAllowed = false;
    this.#add(kind, 1);
  }

  #fetchEntry(): void {
    this.#openBlock('block-sequence-start', 'an item of a list stands where none may');
    this.#keys.remove();
    this.#keyAllowed = true;
    this.#add('block-entry', 1);
  }

  #fetchKey(): void {
    this.#openBlock('block-mapping-start', 'a key stands where none may');
    this.#keys.remove();
    this.#keyAllowed = !this.#isInFlow;
    this.#add('key', 1);
  }

  #fetchValue(): void {
    if (this.#keys.current !== null) {
      const { number, offset, column } = this.#keys.current;
      this.#queue.insert(number, { kind: 'key', offset });
      this.#roll('block-mapping-start', column, offset, number);
      this.#keys.forget();
      this.#keyAllowed = false;
    } else {
      this.#openBlock('block-mapping-start', 'a colon and a space stand inside a value');
      this.#keyAllowed = !this.#isInFlow;
    }
    this.#add('value', 1);
  }

  #openBlock(kind: Mark, otherwise: string): void {
    if (this.#isInFlow) return;
    if (!this.#keyAllowed) this.#cursor.fail(otherwise);
    this.#roll(kind, this.#cursor.column, this.#cursor.offset, this.#queue.next);
  }

  #fetchWithKey(scan: () => Token): void {
    this.#saveKey();
    this.#queue.push(scan());
  }

  #fetchBlock(): void {
    this.#keys.remove();
    this.#keyAllowed = true;
    this.#queue.push(scanBlock(this.#cursor, this.#indents.current));
  }

  #fetchPlain(): void {
    this.#saveKey();
    const { offset } = this.#cursor;
    const { text, endsLine } = scanPlain(this.#cursor, this.#indents.current + 1, this.#isInFlow);
    if (endsLine) this.#keyAllowed = true;
    this.#queue.push({ kind: 'scalar', offset, text, isPlain: true });
  }
}
