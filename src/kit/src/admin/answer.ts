/** How a plugin answers its panel, and how Strapi's own routes answer. */
export interface Answer<Data> {
  readonly data: Data;
}
