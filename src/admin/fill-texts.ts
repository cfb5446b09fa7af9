export type Texts = Readonly<Record<string, string>>;

/** The plugin whose texts have its name in their keys already, in some languages, and get it once more. */
const TWICE = 'content-manager.';

/**
 * Adds to the texts of a language what is missing there: those that are under a key with its prefix twice, and some
 * of our own. What Strapi has, it keeps, so that this does nothing once Strapi has all of it.
 */
export const fillTexts = (loaded: Texts, own: Texts): Record<string, string> => {
  const twice = Object.entries(loaded).filter(([key]) => key.startsWith(TWICE + TWICE));
  const once = twice.map(([key, text]) => [key.slice(TWICE.length), text] as const);
  return { ...own, ...Object.fromEntries(once), ...loaded };
};
