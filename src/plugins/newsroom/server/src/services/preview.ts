import type { Core } from '@strapi/strapi';

import { previewHandler } from '../previews/preview-url';

/** For applications whose `config/admin` has a preview of its own. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** A preview's handler: the address for whoever asks; null for what is not served, or they may not see. */
  url: previewHandler(strapi),
});
