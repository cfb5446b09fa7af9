import { createTranslations, type Translations } from 'strapi-plugin-kit/admin';
import { PLUGIN_ID } from '../plugin-id';
import en from './en.json';
import zhHans from './zh-Hans.json';

/** The panel's texts. */
export const translations: Translations<keyof typeof en> = createTranslations(PLUGIN_ID, {
  en,
  'zh-Hans': zhHans,
});
