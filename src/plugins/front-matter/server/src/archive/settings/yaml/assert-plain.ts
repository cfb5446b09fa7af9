import { isAlias, isMap, isSeq, type ParsedNode } from 'yaml';
import type { ParsedDocument, Refuse } from './compose-document';
import { keyOf } from './nodes';

interface Walk {
  /** Offsets. */
  readonly aliases: number[];
  /** The anchors so far, and whether the node of each has ended. */
  readonly anchors: Map<string, boolean>;
  readonly refuse: Refuse;
}

/**
 * Refuses keys that are not texts or are repeated, merges, and aliases that lead nowhere or into
 * themselves.
 *
 * @returns the offsets of the aliases
 * @throws ConfigurationError
 */
export const assertPlain = ({ contents }: ParsedDocument, refuse: Refuse): readonly number[] => {
  const aliases: number[] = [];
  assertNode(contents, { aliases, anchors: new Map(), refuse });
  return aliases;
};

const assertNode = (node: ParsedNode | null, walk: Walk): void => {
  if (node === null) return;
  const { anchors, refuse } = walk;
  if (isAlias(node)) {
    const hasEnded = anchors.get(node.source);
    walk.aliases.push(node.range[0]);
    if (hasEnded === true) return;
    const why = hasEnded === undefined ? 'stands for nothing before it' : 'stands inside itself';
    throw refuse(node.range[0], `is not YAML: "*${node.source}" ${why}`);
  }
  if (node.anchor !== undefined) anchors.set(node.anchor, false);
  if (isSeq(node)) {
    for (const item of node.items) assertNode(item, walk);
  } else if (isMap(node)) {
    const seen = new Set<string>();
    for (const { key, value } of node.items) {
      assertKey(key, seen, refuse);
      assertNode(key, walk);
      assertNode(value, walk);
    }
  }
  if (node.anchor !== undefined) anchors.set(node.anchor, true);
};

const assertKey = (key: ParsedNode, seen: Set<string>, refuse: Refuse): void => {
  const name = keyOf(key);
  const [offset] = key.range;
  if (name === null || name === '') throw refuse(offset, 'holds a key that is not a text');
  if (name === '<<') {
    throw refuse(offset, 'merges keys ("<<"), which is not done here. Write them out');
  }
  if (name === '__proto__') throw refuse(offset, 'holds the key "__proto__", which no setting has');
  if (seen.has(name)) {
    throw refuse(offset, `has the key ${JSON.stringify(name)} twice. Leave one of them`);
  }
  seen.add(name);
};
