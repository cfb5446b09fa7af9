import type { Core } from '@strapi/strapi';
import {
  type AttributeKind,
  checkHost,
  type HostCheck,
  pluginPlace,
  type RelationKind,
} from 'strapi-plugin-kit/config';
import { joinTableOf } from 'strapi-plugin-kit/database';

import type { NewsroomConfig } from './config';

const NAME: AttributeKind = { what: 'a text of one line', types: new Set(['string', 'text']) };

const ANY: AttributeKind = { what: 'an attribute' };

/** Relations of a type to another that have a table of their own. */
const relationTo = (strapi: Core.Strapi, uid: string, to: string): RelationKind => ({
  what: `a relation of ${uid} to ${to} with a table of its own`,
  serves: ({ target }, name) => target === to && joinTableOf(strapi.db, uid, name) !== null,
});

/** Relations of a type to itself by which each has one above it. */
const relationAbove = (strapi: Core.Strapi, uid: string): RelationKind => ({
  what: `a relation of ${uid} to one of itself`,
  serves: (attribute, name) =>
    attribute.relation?.endsWith('ToOne') === true &&
    relationTo(strapi, uid, uid).serves(attribute, name),
});

const checkServed = (host: HostCheck, { contentTypes }: NewsroomConfig): void => {
  for (const [uid, { fold, labels }] of Object.entries(contentTypes)) {
    const path = ['contentTypes', uid];
    if (!host.collectionType(path, uid, 'key')) continue;
    for (const [index, name] of fold.entries()) {
      host.attribute([...path, 'fold', index], uid, name, ANY);
    }
    for (const [language, names] of Object.entries(labels)) {
      for (const name of Object.keys(names)) {
        host.attributeKey([...path, 'labels', language, name], uid);
      }
    }
  }
};

const checkTerms = (strapi: Core.Strapi, host: HostCheck, { terms }: NewsroomConfig): void => {
  for (const [uid, { name, parent, posts }] of Object.entries(terms)) {
    const path = ['terms', uid];
    if (!host.collectionType(path, uid, 'key')) continue;
    host.attribute([...path, 'name'], uid, name, NAME);
    if (parent !== null) {
      host.relation([...path, 'parent'], uid, parent, relationAbove(strapi, uid));
    }
    for (const [ofPosts, attribute] of Object.entries(posts)) {
      const at = [...path, 'posts', ofPosts];
      if (!host.collectionType(at, ofPosts, 'key')) continue;
      host.relation(at, ofPosts, attribute, relationTo(strapi, ofPosts, uid));
    }
  }
};

/**
 * Checks that what the configuration names of the application is there, and can serve.
 *
 * @throws {ConfigurationError} naming the keys that are wrong and what they may be
 */
export const checkTypes = (strapi: Core.Strapi, config: NewsroomConfig): void => {
  const host = checkHost(strapi, pluginPlace('newsroom'));
  checkServed(host, config);
  checkTerms(strapi, host, config);
  if (config.preview.url?.placeholders.includes('path') === true && !strapi.plugin('permalinks')) {
    const problem = 'has {path}, which documents have with strapi-plugin-permalinks alone';
    host.refuse({ path: ['preview', 'url'], part: 'value', problem });
  }
  host.end();
};
