import type { Core } from '@strapi/strapi';

import { browseRoutes } from '../browse/routes';
import { changeRoutes } from '../changes/feed/change-routes';
import { pagePaths } from '../pages/page-routes';
import { pageRoutes } from './pages';

export default {
  'content-api': ({ strapi }: { strapi: Core.Strapi }) => ({
    type: 'content-api',
    routes: [
      ...browseRoutes(strapi),
      ...pageRoutes(strapi),
      ...changeRoutes(
        strapi,
        pagePaths(strapi).map(({ uid }) => uid)
      ),
    ],
  }),
};
