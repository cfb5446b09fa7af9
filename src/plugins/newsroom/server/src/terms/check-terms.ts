import type { Core, UID } from '@strapi/strapi';
import { ConfigurationError, pluginPlace, unknownKey, wrongValue } from 'strapi-plugin-kit/config';
import { joinTableOf } from 'strapi-plugin-kit/database';

import type { NewsroomConfig } from '../config';
import { attributesOf } from './term-type';

type Faults = ConstructorParameters<typeof ConfigurationError>[1];

/** Refuses a configuration of terms that this application does not have. */
export const checkTerms = (strapi: Core.Strapi, { terms }: NewsroomConfig): void => {
  const refuse = (fault: Faults): never => {
    throw new ConfigurationError(pluginPlace('newsroom'), fault);
  };
  const types = Object.entries(strapi.contentTypes)
    .filter(([uid, { kind }]) => uid.startsWith('api::') && kind === 'collectionType')
    .map(([uid]) => uid);
  const checkType = (path: readonly string[], uid: string): void => {
    if (strapi.contentTypes[uid as UID.ContentType]?.kind === 'collectionType') return;
    refuse(unknownKey([...path, uid], types, 'is no collection type of this application'));
  };
  const checkRelation = (path: readonly string[], uid: string, name: string, to: string): void => {
    const attribute = attributesOf(strapi, uid)[name];
    const leads = attribute?.type === 'relation' && attribute.target === to;
    if (leads && joinTableOf(strapi.db, uid, name) !== null) return;
    refuse(wrongValue(path, name, `it has to be a relation of "${uid}" to "${to}"`));
  };
  for (const [uid, { name, parent, posts }] of Object.entries(terms)) {
    checkType(['terms'], uid);
    if (!['string', 'text'].includes(attributesOf(strapi, uid)[name]?.type ?? '')) {
      refuse(wrongValue(['terms', uid, 'name'], name, `it has to be a text of "${uid}"`));
    }
    if (parent !== null) checkRelation(['terms', uid, 'parent'], uid, parent, uid);
    for (const [ofPosts, attribute] of Object.entries(posts)) {
      checkType(['terms', uid, 'posts'], ofPosts);
      checkRelation(['terms', uid, 'posts', ofPosts], ofPosts, attribute, uid);
    }
  }
};
