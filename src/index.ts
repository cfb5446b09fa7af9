import type { Core } from '@strapi/strapi';
import { renewIndexes } from 'strapi-plugin-kit/database';
import { closeRegistration } from './boot/close-registration';
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
    // The first thing that a fresh site remembers: one that does has decided on both.
    await once(strapi, 'public-reading', async () => {
      await letPublicRead(strapi);
      await closeRegistration(strapi);
    });
    await once(strapi, 'editors-redirects', () => letEditorsRedirect(strapi));
    await once(strapi, 'list-layouts', () => layOutLists(strapi));
  },
};
