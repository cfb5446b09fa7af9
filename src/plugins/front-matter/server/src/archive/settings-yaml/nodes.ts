import type { KeyPath } from 'strapi-plugin-kit/config';
import { isAlias, isMap, isScalar, isSeq, type Scalar } from 'yaml';
import type { ParsedDocument } from './compose-document';

/** A key as the value has it; null for one that is no text, number or truth value. */
export function keyOf(key: unknown): string | null {
  return isScalar(key) && key.value !== null ? String(key.value) : null;
}

/** Where a node begins; null where there is none. */
export function startOf(node: unknown): number | null {
  const isNode = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node);
  return isNode ? (node.range?.[0] ?? null) : null;
}

/** Whether a node is a scalar that is neither in quotes nor a block. */
export function isPlain(node: unknown): node is Scalar & { source: string } {
  return isScalar(node) && node.type === 'PLAIN' && node.source !== undefined;
}

function childOf(node: unknown, step: string | number) {
  if (isSeq(node)) return { key: null, value: node.items[Number(step)] };
  if (!isMap(node)) return undefined;
  return node.items.find(({ key }) => keyOf(key) === String(step));
}

/** The value of an entry; undefined where there is none. */
export function nodeAt({ contents }: ParsedDocument, path: KeyPath): unknown {
  return path.reduce<unknown>((node, step) => childOf(node, step)?.value, contents);
}

/** Where an entry stands, or the nearest one around it. */
export function offsetOf(
  { contents }: ParsedDocument,
  path: KeyPath,
  part: 'key' | 'value'
): number {
  let node: unknown = contents;
  let offset = startOf(node) ?? 0;
  for (const [index, step] of path.entries()) {
    const child = childOf(node, step);
    if (child === undefined) break;
    const isKey = part === 'key' && index === path.length - 1;
    offset = (isKey ? null : startOf(child.value)) ?? startOf(child.key) ?? offset;
    node = child.value;
  }
  return offset;
}
