import type { Core } from '@strapi/strapi';
import { renewIndexes } from 'strapi-plugin-kit/database';
import { closeRegistration } from './boot/close-registration';
import { describeTypes } from './boot/describe-types';
import { guardDrafts } from './boot/guard-drafts';
import { layOutForms, layOutLists } from './boot/lay-out-types';
import { letAuthorsChooseTerms } from './boot/let-authors-choose-terms';
import { letEditorsRedirect } from './boot/let-editors-redirect';
import { letPublicRead } from './boot/let-public-read';
import { once } from './boot/once';
import { watchSite } from './boot/watch-site';

export default {
  register({ strapi }: { strapi: Core.Strapi }): void {
    renewIndexes(strapi, 'api::');
    guardDrafts(strapi);
    describeTypes(strapi);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    watchSite(strapi);
    // The first thing that a fresh site remembers: one that does has decided on both.
    await once(strapi, 'public-reading', async () => {
      await letPublicRead(strapi);
      await closeRegistration(strapi);
    });
    await once(strapi, 'editors-redirects', () => letEditorsRedirect(strapi));
    await once(strapi, 'authors-terms', () => letAuthorsChooseTerms(strapi));
    await once(strapi, 'list-layouts', () => layOutLists(strapi));
    await once(strapi, 'form-layouts', () => layOutForms(strapi));
  },
};
