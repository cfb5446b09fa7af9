import type { Core } from '@strapi/strapi';

const register = ({ strapi }: { strapi: Core.Strapi }): void => {
  strapi.customFields.register({ name: 'code', plugin: 'source-links', type: 'string' });
};

export default { register };
