import type { Core } from '@strapi/strapi';

import { readConfig } from '../config/read-config';
import { type Kept, keptOf } from '../kept/kept';
import { type KeptType, keptTypes } from '../kept/kept-types';

/** A type of the configuration, and how what it has is read. */
export interface ServedType {
  readonly strapi: Core.Strapi;
  /** Its table, links and order, whether anything is kept of it or not. */
  readonly type: KeptType;
  readonly kept: Kept;
  /** The attribute by which lists are sorted. */
  readonly order: string;
  /** Where days begin. */
  readonly zone: string;
}

/** The types that may be browsed, as far as they have an order and relations that can be. */
export const servedTypes = (strapi: Core.Strapi): readonly ServedType[] => {
  const config = readConfig(strapi.config.get('plugin::delivery'));
  if (!config.enabled) return [];
  return keptTypes(strapi, config).types.map((type) => ({
    strapi,
    type,
    kept: keptOf(strapi),
    order: config.contentTypes[type.uid]?.order ?? 'publishedAt',
    zone: config.contentTypes[type.uid]?.zone ?? 'UTC',
  }));
};
