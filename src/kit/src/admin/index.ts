export type { Answer } from './answer';
export { pluginOptionsOf } from './plugin-options';
export { isConfiguring } from './is-configuring';
export { namePermissions } from './name-permissions';
export { tellLanguage } from './tell-language';
export { TextField } from './TextField';
export { createTranslations, type Translations } from './translations';
