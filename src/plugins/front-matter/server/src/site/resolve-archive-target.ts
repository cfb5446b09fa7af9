import type { Core } from '@strapi/strapi';
import { checkHost } from 'strapi-plugin-kit/config';

import type { Settings } from '../config/settings';
import { type Destination, resolveTarget } from './resolve-target';
import { checkShared } from './checks/check-shared';
import { checkUnfilled } from './checks/check-unfilled';
import type { Target } from './target';

/**
 * Finds where the posts of an archive go, by a mapping that is to be used from now on: that of a run which is over is not
 * held against what would be lost now.
 *
 * @throws ConfigurationError that names the keys that cannot be used, in the configuration or in the archive's settings
 */
export const resolveArchiveTarget = (
  strapi: Core.Strapi,
  settings: Settings,
  destination: Destination
): Target => {
  const target = resolveTarget(strapi, settings, destination);
  const host = checkHost(strapi, destination.mappingPlace);
  const fields = [...target.fields].map(([field, { name }]) => [field, name] as const);
  checkShared(host, settings, fields, destination.mapping);
  checkUnfilled(strapi, host, target);
  host.end();
  return target;
};
