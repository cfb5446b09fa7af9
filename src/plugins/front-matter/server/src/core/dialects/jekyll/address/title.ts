import { capitalize } from './text-case';

/** `Utils.titleize_slug`: `i-dont-like-zeroes` is `I Dont Like Zeroes`. */
export function titleOfSlug(slug: string): string {
  return slug.replace(/-+$/, '').split('-').map(capitalize).join(' ');
}
