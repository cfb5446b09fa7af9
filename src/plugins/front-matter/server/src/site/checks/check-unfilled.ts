import type { Core } from '@strapi/strapi';
import { type HostCheck, wrongValue } from 'strapi-plugin-kit/config';

import type { Target } from '../target';
import { findUnfilled } from '../schema/find-unfilled';

/** Refuses relations to entries that could not be made where they are missing. */
export const checkUnfilled = (
  strapi: Core.Strapi,
  host: HostCheck,
  { terms }: Pick<Target, 'terms'>
): void => {
  for (const each of terms) {
    const { key, attribute, uid } = each;
    const [unfilled] = key === null ? [] : findUnfilled(strapi, each);
    if (key === null || unfilled === undefined) continue;
    const reason = `entries of ${uid} need "${unfilled}", which no archive fills. Make it optional, or give it a default`;
    host.refuse(wrongValue(['mapping', key, 'relation'], attribute, reason));
  }
};
