import { createSay } from 'strapi-plugin-kit/admin';
import { PLUGIN_ID } from '../plugin-id';
import { translations } from '../translations';

/** Says a text of this plugin in the language of the panel. */
export const useSay = createSay(PLUGIN_ID, translations);
