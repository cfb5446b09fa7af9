import type { Core } from '@strapi/strapi';

import { changeRoutes } from '../changes/feed/change-routes';
import { pagePaths } from '../pages/page-routes';
import { keptBrowseRoutes } from './browse';
import { pageRoutes } from './pages';

export default {
  'content-api': ({ strapi }: { strapi: Core.Strapi }) => ({
    type: 'content-api',
    routes: [
      ...keptBrowseRoutes(strapi),
      ...pageRoutes(strapi),
      ...changeRoutes(
        strapi,
        pagePaths(strapi).map(({ uid }) => uid)
      ),
    ],
  }),
};
