type Where = Readonly<Record<string, unknown>>;

const WHERE = Symbol.for('strapi-plugin-kit.look-up');

/** Marks a query that looks ids up with the filter that it was made of. */
export const markLookUp = <Query extends object>(query: Query, where: Where): Query =>
  Object.assign(query, { [WHERE]: where });

/** The filter that a query of ids was made of; null where it is no such query. */
export const lookUpOf = (query: unknown): Where | null => {
  if (typeof query !== 'object' || query === null) return null;
  return (query as { readonly [WHERE]?: Where })[WHERE] ?? null;
};
