/** The longest slug a column holds on every database, in characters. */
const LONGEST_SLUG = 255;

// Control characters, the characters that end or part a path, and halves of surrogate pairs.
const FORBIDDEN = /[\u0000-\u001f\u007f/\\?#]|\p{Surrogate}/u;

/** Why a slug that somebody gives cannot be one. */
export type SlugFault = 'empty' | 'too-long' | 'forbidden-character' | 'dots';

/** A given slug in the one form it is stored in (NFC, no space around it), case and dots kept. */
export function tidySlug(text: string): string {
  return text.normalize('NFC').trim();
}

/** What is wrong with a tidied slug, or null. */
export function faultOf(slug: string): SlugFault | null {
  if (slug === '') return 'empty';
  if (slug === '.' || slug === '..') return 'dots';
  if (FORBIDDEN.test(slug)) return 'forbidden-character';
  // No more characters than units: few slugs have to be counted.
  const isLong = slug.length > LONGEST_SLUG && Array.from(slug).length > LONGEST_SLUG;
  return isLong ? 'too-long' : null;
}

/** The nearest slug that can be stored: forbidden characters become hyphens, the rest is cut off. */
export function repairSlug(slug: string): string {
  const repaired = Array.from(tidySlug(slug), (character) =>
    FORBIDDEN.test(character) ? '-' : character
  )
    .slice(0, LONGEST_SLUG)
    .join('');
  return faultOf(repaired) === null ? repaired : '';
}

/** The `n`th slug of a name, `name-2` for 2; the name gives way where the suffix would not fit. */
export function withSuffix(name: string, n: number): string {
  const suffix = `-${n}`;
  const room = LONGEST_SLUG - suffix.length;
  const characters = Array.from(name);
  return (characters.length > room ? characters.slice(0, room).join('') : name) + suffix;
}

/** Whether a slug is a name or one of its suffixed forms. */
export function isFormOf(slug: string, name: string): boolean {
  if (slug === name) return true;
  return slug.startsWith(`${name}-`) && /^[1-9]\d*$/u.test(slug.slice(name.length + 1));
}
