export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export const isArray = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text's JSON; undefined where it is none. */
export const parse = (text: string): Json | undefined => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
};

/** What a document in an answer is known by; null where something is none, or does not say. */
export const documentIdOf = (value: Json | undefined): string | null => {
  const id = isObject(value) ? value['documentId'] : undefined;
  return typeof id === 'string' ? id : null;
};

/** The documents of a list, by their ids; null where it is no list of documents that say theirs. */
export const documentsIn = (value: Json | undefined): ReadonlyMap<string, JsonObject> | null => {
  if (!isArray(value)) return null;
  const documents = new Map<string, JsonObject>();
  for (const member of value) {
    const id = documentIdOf(member);
    if (id === null || !isObject(member) || documents.has(id)) return null;
    documents.set(id, member);
  }
  return documents;
};
