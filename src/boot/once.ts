import type { Core } from '@strapi/strapi';

/**
 * Does a thing on the first boot over a database and never again, so that what an administrator
 * changed later is left alone.
 * @param name - the key it is remembered by in Strapi's own store
 */
export const once = async (
  strapi: Core.Strapi,
  name: string,
  act: () => Promise<void>
): Promise<void> => {
  const store = strapi.store({ type: 'core', name: 'broadsheet' });
  if (await store.get({ key: name })) {
    return;
  }
  await act();
  await store.set({ key: name, value: new Date().toISOString() });
};
