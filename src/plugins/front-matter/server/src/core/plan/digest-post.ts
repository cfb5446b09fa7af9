import type { JsonValue } from '../post';
import { digestValue } from './digest';
import type { FittedPost } from './fit-post';

/** Stands among the attributes for whether the public sees the document. */
export const STATUS = 'publishedAt';

const shown = digestValue('shown');
const hidden = digestValue('hidden');

/** The digest of a document that the public sees, or does not. */
export const digestStatus = (isShown: boolean): string => (isShown ? shown : hidden);

/** By attribute, digests of what the archive says; STATUS and the relations included. */
export const digestPost = (post: FittedPost): Record<string, string> => {
  const digests = digestValues(post.values);
  addDigests(digests, post.terms);
  digests[STATUS] = digestStatus(post.visibility.shown);
  return digests;
};

/** By attribute, the digests of values. */
export const digestValues = (
  values: Readonly<Record<string, JsonValue>>
): Record<string, string> => {
  const digests: Record<string, string> = {};
  addDigests(digests, values);
  return digests;
};

/** Every post has some fifteen: objects that are copied for each would cost as much as the digests. */
const addDigests = (
  digests: Record<string, string>,
  values: Readonly<Record<string, JsonValue>>
): void => {
  for (const name in values) digests[name] = digestValue(values[name] ?? null);
};
