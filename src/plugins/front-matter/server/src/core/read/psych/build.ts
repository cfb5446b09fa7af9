import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { MAX_DEPTH, MAX_VALUES, TooComplexError } from './measure';
import { resolveScalar } from './scalar';
import { type RubyHash, RubySymbol, type RubyValue } from './value';

/** A node that Psych refuses although its syntax is right: an unknown anchor, a forbidden class. */
export class NodeError extends Error {
  constructor(
    message: string,
    /** Where the node begins in the text. */
    readonly offset: number
  ) {
    super(message);
  }
}

/** A tag that asks for a Ruby object. Nothing is ever made of one. */
export class ForbiddenTagError extends NodeError {}

/** Tags by which a document asks for Ruby objects, by the kind of node they would come from. */
const FORBIDDEN = {
  scalar:
    /^!(?:ruby\/(?:regexp|range|class|module|object:(?:BigDecimal|DateTime|Complex|Rational)$|string:.)|str:.)/,
  list: /^!(?:ruby\/array:|seq:)./,
  map: /^!(?:ruby\/(?:struct|object(?!:Hash$)|array:|range|exception|marshalable|hash-with-ivars:|hash:|string:.)|map:.|str:.|set$|omap$)|^tag:yaml\.org,2002:(?:set|omap)$/,
} as const;

interface Build {
  readonly anchors: Map<string, RubyValue>;
  /** Nodes and merged entries so far. */
  nodes: number;
}

/**
 * Turns YAML nodes into Ruby's values as Psych's `ToRuby` does: of equal keys the last wins, `<<`
 * merges over what stands before it, an alias is the very value its anchor names.
 *
 * @throws NodeError, TooComplexError, ScalarError
 */
export function buildValue(node: Node | null): RubyValue {
  return build(node, { anchors: new Map(), nodes: 0 }, 0);
}

function build(node: Node | null, state: Build, depth: number): RubyValue {
  spend(state, 1, node);
  if (depth > MAX_DEPTH) throw new TooComplexError('it is nested too deeply', offsetOf(node));
  if (node === null) return null;
  if (isAlias(node)) return buildAlias(node, state);
  if (isScalar(node)) return register(node, buildScalar(node), state);
  if (isMap(node)) return buildMap(node, state, depth);
  if (isSeq(node)) return buildList(node, state, depth);
  throw new NodeError('not a YAML node', offsetOf(node));
}

function spend(state: Build, nodes: number, at: Node | null): void {
  state.nodes += nodes;
  if (state.nodes > MAX_VALUES) {
    throw new TooComplexError(`it holds more than ${MAX_VALUES} values`, offsetOf(at));
  }
}

/** libyaml's names of anchors: `&nbsp;` is none. */
const ANCHOR = /^[A-Za-z0-9_-]+$/;

function register<V extends RubyValue>(node: Node, value: V, state: Build): V {
  if (!('anchor' in node) || node.anchor === undefined) return value;
  if (!ANCHOR.test(node.anchor)) {
    throw new NodeError(`"&${node.anchor}" is no name of an anchor`, offsetOf(node));
  }
  state.anchors.set(node.anchor, value);
  return value;
}

function buildAlias(node: Alias, state: Build): RubyValue {
  const value = state.anchors.get(node.source);
  if (value === undefined)
    throw new NodeError(`there is no anchor "${node.source}"`, offsetOf(node));
  return value;
}

function buildList(node: YAMLSeq, state: Build, depth: number): RubyValue {
  refuse(node, FORBIDDEN.list);
  if (/^(?:!|tag:yaml\.org,2002:)omap$/.test(node.tag ?? ''))
    return buildOrdered(node, state, depth);
  const list: RubyValue[] = register(node, [], state);
  for (const item of node.items as (Node | null)[]) list.push(build(item, state, depth + 1));
  return list;
}

/** `!!omap`: a list of mappings of one key each is one mapping. */
function buildOrdered(node: YAMLSeq, state: Build, depth: number): RubyHash {
  const hash: RubyHash = register(node, new Map(), state);
  for (const item of node.items) {
    const first = isMap(item) ? item.items[0] : undefined;
    const last = isMap(item) ? item.items[item.items.length - 1] : undefined;
    if (!first || !last) throw new NodeError('not a list of mappings', offsetOf(node));
    const key = build(first.key as Node | null, state, depth + 1);
    hash.set(key, build(last.value as Node | null, state, depth + 1));
  }
  return hash;
}

function buildScalar(node: Scalar): RubyValue {
  refuse(node, FORBIDDEN.scalar);
  const text = String(node.value ?? '');
  const tag = node.tag;
  if (tag === undefined) return node.type === 'PLAIN' ? resolveScalar(text) : text;
  if (/^(?:!(?:str|ruby\/string)|tag:yaml\.org,2002:str)$/.test(tag)) return text;
  if (/^(?:!binary|tag:yaml\.org,2002:binary)$/.test(tag)) {
    return Buffer.from(text, 'base64').toString('utf8');
  }
  if (/^!ruby\/sym(?:bol)?:?/.test(tag)) return new RubySymbol(text);
  const value = resolveScalar(text);
  if (/^(?:!float|tag:yaml\.org,2002:float)$/.test(tag)) return toFloat(value, node);
  return value;
}

function toFloat(value: RubyValue, node: Scalar): number {
  const number = typeof value === 'bigint' ? Number(value) : value;
  if (typeof number !== 'number') throw new NodeError('not a number', offsetOf(node));
  return number;
}

function refuse(node: Scalar | YAMLSeq | YAMLMap, forbidden: RegExp): void {
  const { tag } = node;
  if (tag !== undefined && forbidden.test(tag)) {
    throw new ForbiddenTagError(`the tag "${tag}" names a class`, offsetOf(node));
  }
}

function buildMap(node: YAMLMap, state: Build, depth: number): RubyHash {
  refuse(node, FORBIDDEN.map);
  const hash: RubyHash = register(node, new Map(), state);
  for (const pair of node.items) {
    const keyNode = pair.key as Node | null;
    const valueNode = pair.value as Node | null;
    const key = build(keyNode, state, depth + 1);
    const value = build(valueNode, state, depth + 1);
    if (key !== '<<' || !merge(hash, value, valueNode, state)) hash.set(key, value);
  }
  return hash;
}

/** False where `<<` holds nothing that can be merged, and stays a key like any other. */
function merge(hash: RubyHash, value: RubyValue, node: Node | null, state: Build): boolean {
  if ((isAlias(node) || isMap(node)) && value instanceof Map) {
    copyInto(hash, value, state, node);
    return true;
  }
  if (!isSeq(node) || !Array.isArray(value)) return false;
  const merged: RubyHash = new Map();
  for (const item of [...value].reverse()) {
    if (!(item instanceof Map)) return false;
    copyInto(merged, item, state, node);
  }
  copyInto(hash, merged, state, node);
  return true;
}

function copyInto(hash: RubyHash, from: RubyHash, state: Build, at: Node): void {
  spend(state, from.size, at);
  for (const [key, value] of [...from]) hash.set(key, value);
}

function offsetOf(node: Node | null): number {
  return node?.range?.[0] ?? 0;
}
