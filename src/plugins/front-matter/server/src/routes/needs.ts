/** Lets pass who has logged in to the panel and has the permissions. */
export const needs = (...actions: readonly string[]) => ({
  policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions } }],
});
