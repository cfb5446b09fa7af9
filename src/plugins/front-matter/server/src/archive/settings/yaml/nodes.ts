import type { KeyPath } from 'strapi-plugin-kit/config';
import { isAlias, isMap, isScalar, isSeq, type Scalar } from 'yaml';
import type { ParsedDocument } from './compose-document';

/** A key as a text; null for one that is not a text, number or truth value. */
export const keyOf = (key: unknown): string | null =>
  isScalar(key) && key.value !== null ? String(key.value) : null;

/** The offset of a node; null where there is none. */
const startOf = (node: unknown): number | null => {
  const isNode = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node);
  return isNode ? (node.range?.[0] ?? null) : null;
};

/** Whether a node is a scalar that is neither in quotes nor a block. */
export const isPlain = (node: unknown): node is Scalar & { source: string } =>
  isScalar(node) && node.type === 'PLAIN' && node.source !== undefined;

const childOf = (node: unknown, step: string | number) => {
  if (isSeq(node)) return { key: null, value: node.items[Number(step)] };
  if (!isMap(node)) return undefined;
  return node.items.find(({ key }) => keyOf(key) === String(step));
};

/** The value of an entry; undefined where there is none. */
export const nodeAt = ({ contents }: ParsedDocument, path: KeyPath): unknown =>
  path.reduce<unknown>((node, step) => childOf(node, step)?.value, contents);

/** The offset of an entry, or of the nearest one around it. */
export const offsetOf = (
  { contents }: ParsedDocument,
  path: KeyPath,
  part: 'key' | 'value'
): number => {
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
};
