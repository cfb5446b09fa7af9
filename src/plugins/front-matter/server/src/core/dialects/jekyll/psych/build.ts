import type { DocumentHandler, NodeProperties } from '../libyaml/document-handler';
import { MAX_DEPTH, TooComplexError } from './measure';
import { resolveScalar, ScalarError } from './scalar';
import type { RubyHash, RubyValue } from './value';

/** A node that Ruby rejects although its syntax is valid. */
export class NodeError extends Error {
  constructor(
    message: string,
    /** Where the node begins in the text. */
    readonly offset: number,
    /** The anchor that an alias names and that does not exist. */
    readonly missingAnchor: string | null = null
  ) {
    super(message);
  }
}

const BINARY = /^(?:tag:yaml\.org,2002:|x-private:|!)binary$/;

/**
 * Builds Ruby's values of a document, event by event, with the peculiarities of SafeYAML's
 * `PsychHandler`: tags other than `!binary` are ignored, `<<` merges what an alias names, a text that an
 * alias names is resolved again as if it had no quotes, and a key that is nil is replaced by its value.
 */
export class ValueBuilder implements DocumentHandler {
  /** Stays nil for an empty document. */
  result: RubyValue = null;
  /** Where the value of each key of the top mapping begins. */
  readonly offsets = new Map<string, number>();
  readonly #anchors = new Map<string, RubyValue>();
  readonly #stack: (RubyValue[] | RubyHash)[] = [];
  #hasBegun = false;
  #key: RubyValue = null;
  #topKey: string | null = null;
  /** Nodes and merged entries so far. */
  nodes = 0;

  /** @param maxNodes how many nodes there may be */
  constructor(private readonly maxNodes: number) {}

  scalar(text: string, isPlain: boolean, { offset, anchor, tag }: NodeProperties): void {
    const isKey = this.#stack.length === 1 && this.#key === null;
    this.#add(this.#valueOf(text, isPlain, tag, offset), anchor, offset);
    if (isKey) this.#noteKey(text, offset);
  }

  alias(name: string, offset: number): void {
    const value = this.#anchors.get(name);
    if (value === undefined) throw new NodeError(`there is no anchor "${name}"`, offset, name);
    this.#add(typeof value === 'string' ? this.#resolve(value, offset) : value, null, offset);
  }

  startSequence({ offset, anchor }: NodeProperties): void {
    this.#start([], anchor, offset);
  }

  startMapping({ offset, anchor }: NodeProperties): void {
    this.#start(new Map(), anchor, offset);
  }

  end(): void {
    this.#stack.pop();
  }

  #start(value: RubyValue[] | RubyHash, anchor: string | null, offset: number): void {
    if (this.#stack.length >= MAX_DEPTH) {
      throw new TooComplexError('it is nested too deeply', offset);
    }
    this.#add(value, anchor, offset);
    this.#stack.push(value);
  }

  #valueOf(text: string, isPlain: boolean, tag: string | null, offset: number): RubyValue {
    if (tag !== null && BINARY.test(tag)) return Buffer.from(text, 'base64').toString('utf8');
    return isPlain ? this.#resolve(text, offset) : text;
  }

  #resolve(text: string, offset: number): RubyValue {
    try {
      return resolveScalar(text);
    } catch (error) {
      throw error instanceof ScalarError ? new NodeError(error.message, offset) : error;
    }
  }

  #add(value: RubyValue, anchor: string | null, offset: number): void {
    this.#spend(1, offset);
    if (anchor !== null) this.#anchors.set(anchor, value);
    const current = this.#stack[this.#stack.length - 1];
    if (!this.#hasBegun) {
      this.#hasBegun = true;
      this.result = value;
    } else if (Array.isArray(current)) current.push(value);
    else if (current !== undefined) this.#addToMapping(current, value, offset);
  }

  #addToMapping(hash: RubyHash, value: RubyValue, offset: number): void {
    if (this.#key === null) {
      this.#key = value;
      return;
    }
    if (this.#key === '<<') this.#merge(hash, value, offset);
    else hash.set(this.#key, value);
    this.#key = null;
    if (this.#stack.length === 1 && this.#topKey !== null) this.offsets.set(this.#topKey, offset);
  }

  /** A mapping that is written behind `<<` is still empty here: only an alias merges anything. */
  #merge(hash: RubyHash, value: RubyValue, offset: number): void {
    if (!(value instanceof Map)) {
      throw new NodeError('"<<" takes an alias of a mapping and nothing else', offset);
    }
    this.#spend(value.size, offset);
    for (const [key, item] of [...value]) hash.set(key, item);
  }

  #noteKey(text: string, offset: number): void {
    this.#topKey = text;
    this.offsets.set(text, offset);
  }

  #spend(nodes: number, offset: number): void {
    this.nodes += nodes;
    if (this.nodes > this.maxNodes) {
      throw new TooComplexError(`it holds more than ${this.maxNodes} values`, offset);
    }
  }
}
