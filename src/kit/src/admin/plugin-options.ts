type Options = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Options => typeof value === 'object' && value !== null;

/**
 * What a plugin's server tells its panel of a content type, in the `pluginOptions` of the schema;
 * null for a type that the plugin does not serve.
 */
export const pluginOptionsOf = (pluginOptions: unknown, pluginId: string): Options | null => {
  const options: unknown = isRecord(pluginOptions) ? pluginOptions[pluginId] : null;
  return isRecord(options) ? options : null;
};
