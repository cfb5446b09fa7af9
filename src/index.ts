import type { Core } from '@strapi/strapi';
import { renewIndexes } from 'strapi-plugin-kit/database';
import { guardDrafts } from './boot/guard-drafts';
import { layOutLists } from './boot/lay-out-lists';
import { letEditorsRedirect } from './boot/let-editors-redirect';
import { letPublicRead } from './boot/let-public-read';
import { once } from './boot/once';

export default {
  register({ strapi }: { strapi: Core.Strapi }): void {
    renewIndexes(strapi, 'api::');
    guardDrafts(strapi);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    await once(strapi, 'public-reading', () => letPublicRead(strapi));
    await once(strapi, 'editors-redirects', () => letEditorsRedirect(strapi));
    await once(strapi, 'list-layouts', () => layOutLists(strapi));
  },
};
