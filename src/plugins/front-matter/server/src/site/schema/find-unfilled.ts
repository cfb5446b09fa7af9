import type { Core } from '@strapi/strapi';

import type { TargetTerms } from '../target';
import { attributesOf } from './content-types';

/** The attributes that an entry needs and that nothing would fill, were it made for a value of a file. */
export const findUnfilled = (
  strapi: Core.Strapi,
  { uid, name, slug }: TargetTerms
): readonly string[] =>
  Object.entries(attributesOf(strapi, uid))
    .filter(([, { required, default: otherwise }]) => required === true && otherwise === undefined)
    .map(([attribute]) => attribute)
    .filter((attribute) => attribute !== name.name && attribute !== slug?.name);
