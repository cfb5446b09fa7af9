import type { ComponentType } from 'react';
import type { StrapiApp } from '@strapi/strapi/admin';
import { Feather } from '@strapi/icons';
import { PLUGIN_ID } from '../plugin-id';

type CustomField = Parameters<StrapiApp['customFields']['register']>[0];

/** The body of a document as a field that content types can have. */
export const bodyField: CustomField = {
  name: 'body',
  pluginId: PLUGIN_ID,
  type: 'richtext',
  icon: Feather,
  intlLabel: { id: `${PLUGIN_ID}.body.label`, defaultMessage: 'Body' },
  intlDescription: {
    id: `${PLUGIN_ID}.body.description`,
    defaultMessage: 'HTML or Markdown, of which only what is edited changes',
  },
  components: {
    // The editor is loaded with the first form that has such a field. The panel passes the field's props; its own type
    // for the component leaves them out.
    Input: async () =>
      import('./components/BodyInput') as unknown as Promise<{ default: ComponentType<object> }>,
  },
};
