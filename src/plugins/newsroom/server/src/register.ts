import type { Core } from '@strapi/strapi';
import { guardSite } from 'strapi-plugin-kit';

import { readConfig } from './config';
import { nameRelations } from './lists/name-relations';
import { tellSchedules } from './lists/tell-schedules';
import { providePreview } from './previews/provide-preview';
import { compareSaves } from './saves/compare-saves';
import { forgetDone } from './schedule/forget-done';
import { guardTerms } from './terms/guard-terms';

export default ({ strapi }: { strapi: Core.Strapi }): void => {
  guardSite(strapi);
  strapi.customFields.register({
    name: 'body',
    plugin: 'newsroom',
    type: 'richtext',
    inputSize: { default: 12, isResizable: true },
  });
  const config = readConfig(strapi.config.get('plugin::newsroom'));
  const types = new Set(Object.keys(config.contentTypes));
  compareSaves(strapi, types);
  nameRelations(strapi, types);
  tellSchedules(strapi);
  guardTerms(strapi);
  forgetDone(strapi);
  providePreview(strapi, config);
};
