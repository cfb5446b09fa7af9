import type { Core } from '@strapi/strapi';

/**
 * Lets nobody make an account of their own, which Strapi allows to everybody. An administrator may
 * allow it again (Settings, Users & Permissions, Advanced settings).
 */
export const closeRegistration = async (strapi: Core.Strapi): Promise<void> => {
  const store = strapi.store({ type: 'plugin', name: 'users-permissions', key: 'advanced' });
  const settings = (await store.get({})) as object | null;
  await store.set({ value: { ...settings, allow_register: false } });
};
