import type { Core } from '@strapi/strapi';

import { cacheSize, isSharing } from '../cache/answer-in-front';
import { type Counted, waysOf } from '../answers/http/ways';

export default {
  /** Which ways answers have gone since the start, for whoever watches a site. */
  ways: ({ strapi }: { strapi: Core.Strapi }) => ({
    read: (): Counted | null => waysOf(strapi),
  }),
  /** What answers are kept in, for whoever watches a site. */
  cache: ({ strapi }: { strapi: Core.Strapi }) => ({
    /** Whether the Redis that they are shared by answers; null where none is used. */
    isUp: (): boolean | null => isSharing(strapi),
    /** How much memory they take, in bytes; null where none are kept. */
    size: (): number | null => cacheSize(strapi),
  }),
};
