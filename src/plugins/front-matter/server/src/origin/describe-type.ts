import type { Core, UID } from '@strapi/strapi';

import type { OriginOptions } from '../panel/origin-contract';
import { importedType } from './origin-target';

/** Tells the panel, in the schema of the imported type, that its documents have origins. */
export const describeType = (strapi: Core.Strapi): void => {
  const type = strapi.contentTypes[importedType(strapi) as UID.ContentType];
  if (type?.kind !== 'collectionType') return;
  const options: OriginOptions = { hasOrigins: true };
  type.pluginOptions = { ...type.pluginOptions, 'front-matter': options };
};
