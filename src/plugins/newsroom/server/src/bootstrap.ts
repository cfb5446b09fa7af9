import type { Core, UID } from '@strapi/strapi';
import { guardDocumentsOf } from 'strapi-plugin-kit';
import { ConfigurationError, pluginPlace, unknownKey } from 'strapi-plugin-kit/config';

import { type NewsroomConfig, readConfig } from './config';
import { describeTypes } from './panel/describe-types';
import { scheduleOf } from './services/schedule';
import { checkTerms } from './terms/check-terms';

export default async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  await guardDocumentsOf(strapi);
  const config = readConfig(strapi.config.get('plugin::newsroom'));
  checkTerms(strapi, config);
  for (const [uid, { fold }] of Object.entries(config.contentTypes)) {
    const type = strapi.contentTypes[uid as UID.ContentType];
    if (type?.kind === 'collectionType') {
      checkFolded(uid, fold, Object.keys(type.attributes));
      continue;
    }
    const own = Object.entries(strapi.contentTypes)
      .filter(([known, { kind }]) => known.startsWith('api::') && kind === 'collectionType')
      .map(([known]) => known);
    throw new ConfigurationError(
      pluginPlace('newsroom'),
      unknownKey(['contentTypes', uid], own, 'is no collection type of this application')
    );
  }
  checkPreview(strapi, config);
  describeTypes(strapi, config);
  if (config.schedule.carryOut) scheduleOf(strapi).start();
};

/** @throws {ConfigurationError} where a preview's address asks for paths that nobody knows */
const checkPreview = (strapi: Core.Strapi, { preview: { url } }: NewsroomConfig): void => {
  if (url?.placeholders.includes('path') !== true || strapi.plugin('permalinks')) return;
  throw new ConfigurationError(pluginPlace('newsroom'), {
    path: ['preview', 'url'],
    part: 'value',
    problem: 'has {path}, which documents have with strapi-plugin-permalinks alone',
  });
};

/** @throws {ConfigurationError} naming what is folded and no attribute of the type */
const checkFolded = (uid: string, fold: readonly string[], attributes: readonly string[]): void => {
  const unknown = fold.find((name) => !attributes.includes(name));
  if (unknown === undefined) return;
  throw new ConfigurationError(
    pluginPlace('newsroom'),
    unknownKey(['contentTypes', uid, 'fold', unknown], attributes, `is no attribute of "${uid}"`)
  );
};
