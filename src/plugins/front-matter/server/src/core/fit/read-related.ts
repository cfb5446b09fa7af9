import type { JsonValue } from '../post';

/** What a value of the front matter says of a relation. */
export interface Related {
  /** What its entries are known by, each once, in order. */
  readonly texts: readonly string[];
  /** Whether it holds something that no entry can be known by. */
  readonly isUnfit: boolean;
  /** Whether it holds more than these texts, so that the front matter keeps it as well. */
  readonly hasMore: boolean;
}

/** Null for an empty value, undefined for one that is no text. */
const textOf = (value: JsonValue): string | null | undefined => {
  if (typeof value === 'object' && value !== null) return undefined;
  const text = value === null ? '' : String(value);
  return text.trim() === '' ? null : text;
};

const isMap = (value: JsonValue): value is { readonly [key: string]: JsonValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads what a relation's entries are known by: a text, a map that has it under `by`, or a list of these.
 *
 * @param by the attribute of the entries that holds the text
 */
export const readRelated = (value: JsonValue, by: string): Related => {
  const texts = new Set<string>();
  let isUnfit = false;
  let hasMore = false;
  for (const item of Array.isArray(value) ? (value as readonly JsonValue[]) : [value]) {
    const named = isMap(item) && Object.hasOwn(item, by);
    const text = textOf(named ? (item[by] ?? null) : item);
    if (typeof text === 'string') texts.add(text);
    if (text === undefined) isUnfit = true;
    if (named && Object.keys(item).length > 1) hasMore = true;
  }
  return { texts: [...texts], isUnfit, hasMore: hasMore || isUnfit };
};
