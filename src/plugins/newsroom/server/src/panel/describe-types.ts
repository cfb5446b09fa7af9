import type { Core, UID } from '@strapi/strapi';

import { contentTypes } from '@strapi/utils';

import type { NewsroomConfig } from '../config';
import type { PanelOptions } from './contract';
import { namedRelations } from './named-relations';

type FiledUnder = NonNullable<PanelOptions['filedUnder']>;

const hasDrafts = (strapi: Core.Strapi, uid: string): boolean =>
  contentTypes.hasDraftAndPublish(strapi.contentType(uid as UID.ContentType));

/** Tells the panel, in each type's schema, what is folded in its form and named in its list, and which are terms of which. */
export const describeTypes = (
  strapi: Core.Strapi,
  { contentTypes: served, preview, terms }: NewsroomConfig
): void => {
  const told = new Map<string, PanelOptions>();
  const tell = (uid: string, options: PanelOptions): void => {
    told.set(uid, { ...told.get(uid), ...options });
  };
  for (const [uid, { fold }] of Object.entries(served)) {
    tell(uid, {
      fold,
      relations: namedRelations(strapi, uid),
      isScheduled: hasDrafts(strapi, uid),
      hasLinks: preview.days > 0,
    });
  }
  const filed = new Map<string, FiledUnder>();
  for (const [uid, { name, parent, posts }] of Object.entries(terms)) {
    const own = Object.entries(posts).map(([ofPosts, attribute]) => ({ uid: ofPosts, attribute }));
    tell(uid, { terms: { name, isNested: parent !== null, posts: own } });
    for (const { uid: ofPosts, attribute } of own) {
      filed.set(ofPosts, [...(filed.get(ofPosts) ?? []), { uid, attribute, name }]);
    }
  }
  for (const [uid, filedUnder] of filed) tell(uid, { filedUnder });
  for (const [uid, newsroom] of told) {
    const schema = strapi.contentTypes[uid as UID.ContentType];
    if (schema !== undefined) schema.pluginOptions = { ...schema.pluginOptions, newsroom };
  }
};
