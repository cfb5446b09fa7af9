import type { ComponentType } from 'react';
import type { StrapiApp } from '@strapi/strapi/admin';
import { tellLanguage } from 'strapi-plugin-kit/admin';
import { groupFields } from './group-fields';
import { EDIT_VIEW, LIST_COLUMNS, nameColumns, nameFields } from './name-fields';
import { PLUGIN_ID } from './plugin-id';
import { addProviderFilter, LIST_FILTERS } from './provider-filter';
import { translations } from './translations';

const plugin = {
  register(app: StrapiApp): void {
    tellLanguage();
    app.customFields.register({
      name: 'code',
      pluginId: PLUGIN_ID,
      type: 'string',
      intlLabel: { id: `${PLUGIN_ID}.code.label`, defaultMessage: 'Source code' },
      intlDescription: {
        id: `${PLUGIN_ID}.code.description`,
        defaultMessage: 'The code a story has where it came from; its link is made from it',
      },
      components: {
        // The panel passes the field's props; its own type for the component leaves them out.
        Input: async () =>
          import('./components/CodeInput') as Promise<{ default: ComponentType<object> }>,
      },
    });
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  },

  bootstrap(app: StrapiApp): void {
    app.registerHook(LIST_FILTERS, addProviderFilter);
    app.registerHook(EDIT_VIEW, nameFields);
    app.registerHook(EDIT_VIEW, groupFields);
    app.registerHook(LIST_COLUMNS, nameColumns);
  },

  registerTrads({ locales }: { locales: string[] }) {
    return translations.load(locales);
  },
};

export default plugin;
