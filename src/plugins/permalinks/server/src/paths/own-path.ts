/** Whether a type has an attribute called `path` of its own, which then is what it says. */
export function hasOwnPath(schema: { readonly attributes: object } | undefined): boolean {
  return schema !== undefined && 'path' in schema.attributes;
}
