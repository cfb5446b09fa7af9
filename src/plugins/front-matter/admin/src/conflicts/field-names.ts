/** Attributes that have a name in the panel's language, where a site calls them as this plugin does. */
const NAMED = [
  ...(['title', 'slug', 'date', 'body', 'excerpt', 'categories', 'tags'] as const),
  ...(['sourceCode', 'sourceUrl', 'sourceName', 'frontMatter', 'publishedAt'] as const),
] as const;

/** The key of an attribute's name; null for one that goes by its own. */
export const fieldKey = (attribute: string): `field.${(typeof NAMED)[number]}` | null => {
  const known = NAMED.find((name) => name === attribute);
  return known === undefined ? null : `field.${known}`;
};
