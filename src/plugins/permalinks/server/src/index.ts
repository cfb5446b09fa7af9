import type { Core } from '@strapi/strapi';

const register = ({ strapi }: { strapi: Core.Strapi }): void => {
  strapi.customFields.register({ name: 'slug', plugin: 'permalinks', type: 'string' });
};

export default { register };
