export type { Answer } from './answer';
export { pluginOptionsOf } from './plugin-options';
export { TextField } from './TextField';
export { createTranslations } from './translations';
