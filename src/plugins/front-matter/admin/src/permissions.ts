import { PLUGIN_ID } from './plugin-id';
import { translations } from './translations';

const PLUGIN = `plugin::${PLUGIN_ID}`;

/** What a role has to have for the pages of archives to be shown to it. */
export const MAY_SEE = [{ action: `${PLUGIN}.archives.read`, subject: null }];

const RIGHTS = ['read', 'import', 'rollback', 'mend'] as const;

/** What the server's permissions are called in the panel's language; null for another plugin's. */
export const namesOf = (action: string) => {
  const right = RIGHTS.find((name) => action === `${PLUGIN}.archives.${name}`);
  if (right === undefined) return null;
  const { lang } = document.documentElement;
  return {
    displayName: translations.textIn(lang, `permission.${right}`),
    subCategory: translations.textIn(lang, 'permission.archives'),
  };
};
