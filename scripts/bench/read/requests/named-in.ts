/** Documents in the order in which an answer names them, and how many it says there are in all. */
export const namedIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'documentId' || name === 'total' ? [String(inner)] : namedIn(inner)
  );
};
