/** The plugin's name, as the server registers it and as translations are prefixed. */
export const PLUGIN_ID = 'source-links';
