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
export const digestPost = (post: FittedPost): Record<string, string> => ({
  ...digestValues(post.values),
  ...digestValues(post.terms),
  [STATUS]: digestStatus(post.visibility.shown),
});

/** By attribute, the digests of values. */
export const digestValues = (values: Readonly<Record<string, JsonValue>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, digestValue(value)]));
