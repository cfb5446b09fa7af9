import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { describeTwins } from './described';

/*
 * Whoever may `find` documents of a type may find their twins, and the controller asks for that: no
 * permission of its own, which an administrator would have to grant a second time. Strapi adds one
 * to every handler that is a name, so this one is a function.
 */
const contentApi = ({ strapi }: { strapi: Core.Strapi }) => ({
  type: 'content-api',
  routes: [
    {
      method: 'GET',
      path: '/twins/:documentId',
      handler: (ctx: Context, next: Next) =>
        strapi.plugin('source-links').controller('twins')['find']?.(ctx, next),
      config: { auth: { scope: [] } },
      ...describeTwins(strapi),
    },
  ],
});

const admin = {
  type: 'admin',
  routes: [
    {
      method: 'POST',
      path: '/preview',
      handler: 'panel.preview',
      config: { policies: ['admin::isAuthenticatedAdmin'] },
    },
  ],
};

export default { 'content-api': contentApi, admin };
