/** What the server tells of a content type that it serves, in the type's `pluginOptions['source-links']`. */
export interface ServedType {
  readonly code: string;
  readonly url: string;
  readonly key: string | null;
  readonly name: string | null;
  readonly providers: readonly string[];
}

/** Reads what the server tells; null for every type that is not served. */
export function servedTypeOf(pluginOptions: unknown): ServedType | null {
  const options: unknown = isRecord(pluginOptions) ? pluginOptions['source-links'] : null;
  if (!isRecord(options)) return null;
  const { code, url, key, name, providers } = options;
  if (typeof code !== 'string' || typeof url !== 'string' || !Array.isArray(providers)) return null;
  return {
    code,
    url,
    key: typeof key === 'string' ? key : null,
    name: typeof name === 'string' ? name : null,
    providers: providers.filter((provider) => typeof provider === 'string'),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
