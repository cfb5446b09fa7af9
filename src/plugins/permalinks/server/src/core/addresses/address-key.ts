import { keyOf } from 'strapi-plugin-kit/keys';

/** The scope of paths: one address, one document, whatever its type. */
export const PATH_SCOPE = 'path';

/** The scope in which slugs of a type are unique; an empty locale for a type that has none. */
export function slugScope(contentType: string, locale: string | null): string {
  return `slug:${contentType}:${locale ?? ''}`;
}

/** What makes an address unique on every database: the SHA-256, in hex, of `scope NUL address`. */
export function addressKey(scope: string, address: string): string {
  return keyOf(scope, address);
}
