import type { ComponentType } from 'react';
import type { StrapiApp } from '@strapi/strapi/admin';
import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import { namePermissions, tellLanguage } from 'strapi-plugin-kit/admin';
import { AddressesPanel } from './components/AddressesPanel';
import { holdSaves } from './hooks/useHeldSaves';
import { PLUGIN_ID } from './plugin-id';
import { translations } from './translations';

/** What the server's permissions are called in the panel's language. */
const namesOf = (action: string) => {
  if (action !== 'plugin::permalinks.redirects.manage') return null;
  const { lang } = document.documentElement;
  return {
    displayName: translations.textIn(lang, 'permission.redirects.manage'),
    subCategory: translations.textIn(lang, 'permission.redirects'),
  };
};

const plugin = {
  register(app: StrapiApp): void {
    tellLanguage();
    app.addMiddlewares([namePermissions(namesOf)]);
    app.customFields.register({
      name: 'slug',
      pluginId: PLUGIN_ID,
      type: 'string',
      intlLabel: { id: `${PLUGIN_ID}.slug.label`, defaultMessage: 'Slug' },
      intlDescription: {
        id: `${PLUGIN_ID}.slug.description`,
        defaultMessage: 'The last part of an address, made from the title in any script',
      },
      components: {
        // The panel passes the field's props; its own type for the component leaves them out.
        Input: async () =>
          import('./components/SlugInput') as Promise<{ default: ComponentType<object> }>,
      },
    });
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  },

  bootstrap(app: StrapiApp): void {
    // The content manager is a plugin itself; this is the door it opens to others.
    const manager = app.getPlugin('content-manager').apis as ContentManagerPlugin['config']['apis'];
    manager.addEditViewSidePanel((panels) => [...panels, AddressesPanel]);
    manager.addDocumentAction(holdSaves);
  },

  registerTrads({ locales }: { locales: string[] }) {
    return translations.load(locales);
  },
};

export default plugin;
