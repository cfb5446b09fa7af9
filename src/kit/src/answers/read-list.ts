type Resolve = (
  parent: unknown,
  given: Readonly<Record<string, unknown>>,
  context: unknown,
  info: FieldInfo
) => Promise<readonly unknown[]>;

/** As much as is used here of what GraphQL tells a resolver about its field. */
export interface FieldInfo {
  readonly schema: {
    getQueryType():
      { getFields(): Readonly<Record<string, { readonly resolve?: Resolve }>> } | null | undefined;
  };
}

/**
 * Reads a list on GraphQL by Strapi's own field of it, whatever guards that one.
 *
 * @param list the field's name
 * @param given its arguments
 */
export const readList = async (
  list: string,
  given: Readonly<Record<string, unknown>>,
  [parent, context, info]: readonly [parent: unknown, context: unknown, info: FieldInfo]
): Promise<readonly unknown[]> => {
  const resolve = info.schema.getQueryType()?.getFields()[list]?.resolve;
  if (resolve === undefined) throw new Error(`there is no field "${list}"`);
  return resolve(parent, given, context, info);
};
