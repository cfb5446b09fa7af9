/** What Strapi's own `uid` fields accept, begun by a letter or digit. */
const SLUG = /^[A-Za-z0-9][A-Za-z0-9\-_.~]*$/;

/** A term that is already a slug keeps its case and becomes its own; null when one has to be made. */
export const ownSlug = (value: string): string | null => (SLUG.test(value) ? value : null);

/**
 * A slug for apps without a plugin that makes better ones: letters and digits of any script in
 * lower case, joined by hyphens; the value itself where it has none.
 */
export const plainSlug = (value: string): string => {
  const words = value
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{Nd}]+/gu);
  return words === null ? value : words.join('-');
};
