import { createSay, type Say } from 'strapi-plugin-kit/admin';
import { PLUGIN_ID } from '../../plugin-id';
import { translations } from '../../translations';
import type en from '../../translations/en.json';

/** Says a text of this plugin in the language of the panel. */
export const useSay: () => Say<keyof typeof en> = createSay(PLUGIN_ID, translations);
