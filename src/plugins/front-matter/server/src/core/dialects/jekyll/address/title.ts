import { capitalize } from './text-case';

/** `Utils.titleize_slug`: `i-dont-like-zeroes` is `I Dont Like Zeroes`. */
export const titleOfSlug = (slug: string): string =>
  slug.replace(/-+$/, '').split('-').map(capitalize).join(' ');
