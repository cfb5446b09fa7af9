/** What the server tells of a content type that it serves, in its schema's `pluginOptions`. */
export interface ServedType {
  readonly slug: string;
  readonly title: string;
  readonly fallback: string | null;
}

/** Reads what the server tells; null for every type that it does not serve. */
export function servedTypeOf(pluginOptions: unknown): ServedType | null {
  const options: unknown = isRecord(pluginOptions) ? pluginOptions['permalinks'] : null;
  if (!isRecord(options)) return null;
  const { slug, title, fallback } = options;
  if (typeof slug !== 'string' || typeof title !== 'string') return null;
  return { slug, title, fallback: typeof fallback === 'string' ? fallback : null };
}

/** Whether a value is an object with named members. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
