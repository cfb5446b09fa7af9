import type { Core } from '@strapi/strapi';

import type { Context } from '../permissions/permissions';
import { type PreviewParams, previewUrl } from '../previews/preview-url';

/** For applications whose `config/admin` has a preview of its own. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** A preview's handler: the address for whoever asks; null for what is not served, or they may not see. */
  url: (uid: string, params: PreviewParams): Promise<string | null> =>
    previewUrl(strapi, strapi.requestContext.get() as Context | undefined, uid, params),
});
