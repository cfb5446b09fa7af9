import type { Core, UID } from '@strapi/strapi';

import { parseSettings } from '../../config/parse-settings';
import { POST_FIELDS, type Settings, TERM_KINDS } from '../../config/settings';
import { checkSettings } from './check-settings';
import { attributesOf, isContentType } from '../schema/content-types';

/** Where the application names what this one does not have by default. */
const WHERE = '"front-matter".config in config/plugins';

/** The attributes that go by their default names, and that the type does not have. */
const findLacking = (
  strapi: Core.Strapi,
  { contentType, attributes, categories, tags }: Settings
): readonly string[] => {
  const has = (name: string): boolean =>
    Object.hasOwn(attributesOf(strapi, contentType as UID.ContentType), name);
  const terms = { categories, tags };
  return [
    ...POST_FIELDS.filter((field) => attributes[field] === undefined),
    ...TERM_KINDS.filter((kind) => terms[kind] !== false && terms[kind].attribute === kind),
  ].filter((name) => !has(name));
};

/**
 * Checks the configuration against the content types of the application, and tells the log which defaults do not apply.
 *
 * @throws ConfigurationError that names the keys that are wrong and says what they may be
 */
export const checkConfiguration = (strapi: Core.Strapi): void => {
  const config = strapi.config.get<{ readonly contentType?: unknown }>('plugin::front-matter', {});
  const settings = parseSettings(config);
  const { contentType } = settings;
  if ((config.contentType ?? null) === null && !isContentType(strapi, contentType)) {
    // A plugin that has just been installed: nobody has said yet what it is for.
    strapi.log.info(
      `front-matter has no content type to import into: there is no ${contentType}. Name one with "contentType" under ${WHERE}.`
    );
    return;
  }
  checkSettings(strapi, settings);
  const lacking = findLacking(strapi, settings);
  if (lacking.length === 0) return;
  strapi.log.info(
    `front-matter imports into ${contentType} without ${lacking.join(', ')}: the type has no attributes of these names. Name others under ${WHERE}, or say false there for none.`
  );
};
