import type { Core } from '@strapi/strapi';

export default ({ strapi }: { strapi: Core.Strapi }): void => {
  strapi.customFields.register({ name: 'code', plugin: 'source-links', type: 'string' });
};
