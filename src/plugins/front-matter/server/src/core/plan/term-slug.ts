/** What Strapi's own `uid` fields accept, beginning with a letter or digit. */
const SLUG = /^[A-Za-z0-9][A-Za-z0-9\-_.~]*$/;

/** A value that is a slug already is its own slug, case included; null for any other. */
export const ownSlug = (value: string): string | null => (SLUG.test(value) ? value : null);

/**
 * A slug for apps without a plugin that makes slugs: letters and digits of any script in lower case,
 * joined by hyphens; the value itself where it has none.
 */
export const plainSlug = (value: string): string => {
  const words = value
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{Nd}]+/gu);
  return words === null ? value : words.join('-');
};

/** The number that is added to a slug that is taken: `-2` by permalinks, `-1` by Strapi. */
const NUMBERED = /-\d+$/;

/** Without accents, which Strapi's own slugs do not have. */
const bare = (slug: string): string => slug.normalize('NFKD').replace(/\p{M}/gu, '');

/**
 * Whether a slug was derived from a term's name, numbered or not, for apps without a plugin that makes
 * slugs.
 */
export const isDerivedSlug = (slug: string, name: string): boolean =>
  [slug, slug.replace(NUMBERED, '')].some(
    (text) => text === name || bare(text) === bare(plainSlug(name))
  );
