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

/** The numbers that are put to a slug that is taken: `-2` by permalinks, `-1` by Strapi. */
const NUMBERED = /-\d+$/;

/** Without accents, which Strapi's own slugs have not. */
const bare = (slug: string): string => slug.normalize('NFKD').replace(/\p{M}/gu, '');

/**
 * Whether a slug is what a term's name makes of itself, numbered or not, for apps without a plugin
 * that makes better ones.
 */
export const isPlainlyMade = (slug: string, name: string): boolean =>
  [slug, slug.replace(NUMBERED, '')].some(
    (text) => text === name || bare(text) === bare(plainSlug(name))
  );
