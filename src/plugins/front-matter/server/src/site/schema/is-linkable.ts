import type { Core, UID } from '@strapi/strapi';

import { isContentType } from './content-types';

/** Plugins whose entries are accounts, files, or their own affair. */
const CLOSED = [
  'admin::',
  'strapi::',
  'plugin::content-manager.',
  'plugin::content-releases.',
  'plugin::content-type-builder.',
  'plugin::front-matter.',
  'plugin::i18n.',
  'plugin::permalinks.',
  'plugin::review-workflows.',
  'plugin::upload.',
  'plugin::users-permissions.',
];

interface Shown {
  readonly kind?: string;
  readonly pluginOptions?: { readonly 'content-manager'?: { readonly visible?: boolean } };
}

/** Whether archives may make entries of a type: one that editors see and have many entries of. */
export const isLinkable = (strapi: Core.Strapi, uid: string): uid is UID.ContentType => {
  if (!isContentType(strapi, uid) || CLOSED.some((start) => uid.startsWith(start))) return false;
  const { kind, pluginOptions } = strapi.contentTypes[uid] as Shown;
  return kind === 'collectionType' && pluginOptions?.['content-manager']?.visible !== false;
};
