import type { JsonValue } from '../post';
import { hashValue } from './hash-value';
import type { FittedPost } from '../fit/fit-post';

/** The attribute under which a document's visibility is hashed. */
export const STATUS = 'publishedAt';

const shown = hashValue('shown');
const hidden = hashValue('hidden');

const held = hashValue('held');

/** The hash of a document's visibility. */
export const hashStatus = (isShown: boolean): string => (isShown ? shown : hidden);

/** That of a draft for which an editor has decided when it is published. */
export const hashHeld = (): string => held;

/** By attribute, hashes of a post's values; STATUS and the relations included. */
export const hashPost = (post: FittedPost): Record<string, string> => {
  const hashes = hashValues(post.values);
  addHashes(hashes, post.terms);
  hashes[STATUS] = hashStatus(post.visibility.shown);
  return hashes;
};

/** By attribute, the hashes of values. */
export const hashValues = (values: Readonly<Record<string, JsonValue>>): Record<string, string> => {
  const hashes: Record<string, string> = {};
  addHashes(hashes, values);
  return hashes;
};

/** Adds to one object: copying it for each of a post's fifteen attributes would cost as much as hashing. */
const addHashes = (
  hashes: Record<string, string>,
  values: Readonly<Record<string, JsonValue>>
): void => {
  for (const name in values) hashes[name] = hashValue(values[name] ?? null);
};
