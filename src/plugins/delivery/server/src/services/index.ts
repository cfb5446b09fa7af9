import type { Core } from '@strapi/strapi';

import { type Counted, waysOf } from '../answers/http/ways';

export default {
  /** Which ways answers have gone since the start, for whoever watches a site. */
  ways: ({ strapi }: { strapi: Core.Strapi }) => ({
    read: (): Counted | null => waysOf(strapi),
  }),
};
