import type { Core, UID } from '@strapi/strapi';
import {
  ConfigurationError,
  type KeyPath,
  pluginPlace,
  unknownKey,
  wrongValue,
} from 'strapi-plugin-kit/config';
import type { SourceAttributes } from './config';

const TEXTS: ReadonlySet<string> = new Set(['string', 'text']);
const BODIES: ReadonlySet<string> = new Set(['string', 'text', 'richtext']);

/** What a response has besides a type's attributes. */
const OTHERS: ReadonlySet<string> = new Set(['id', 'documentId', 'twins']);

const PLACE = pluginPlace('source-links');

const refuse = (path: KeyPath, name: string, reason: string): ConfigurationError =>
  new ConfigurationError(PLACE, wrongValue(path, name, reason));

/**
 * Checks that the content types and attributes of the configuration exist and can hold texts.
 * @throws {ConfigurationError} naming the key of the first that does not
 */
export function checkContentTypes(
  strapi: Core.Strapi,
  contentTypes: Readonly<Record<string, SourceAttributes>>
): void {
  for (const [uid, attributes] of Object.entries(contentTypes)) {
    const type = strapi.contentTypes[uid as UID.ContentType];
    const at = (key: string): KeyPath => ['contentTypes', uid, key];
    if (type === undefined) throw noSuchType(strapi, uid);
    const { link, ...stored } = attributes;
    if (type.attributes[link] !== undefined || OTHERS.has(link)) {
      throw refuse(at('link'), link, 'that is something else already. Give the link another name');
    }
    const roles = new Map<string, string>();
    for (const [role, name] of Object.entries(stored)) {
      if (name === false) continue;
      const other = roles.get(name);
      if (other !== undefined) {
        throw refuse(at(role), name, `that is the ${other} already. Name another attribute`);
      }
      roles.set(name, role);
      const kind = type.attributes[name]?.type;
      const allowed = role === 'body' ? BODIES : TEXTS;
      if (kind !== undefined && allowed.has(kind)) continue;
      const kinds = [...allowed].join(', ');
      throw refuse(
        at(role),
        name,
        kind === undefined
          ? `${uid} has no attribute of that name`
          : `that is of type "${kind}", and it has to be one of type ${kinds}`
      );
    }
  }
}

function noSuchType(strapi: Core.Strapi, uid: string): ConfigurationError {
  const own = Object.keys(strapi.contentTypes).filter((known) => known.startsWith('api::'));
  return new ConfigurationError(
    PLACE,
    unknownKey(['contentTypes', uid], own, 'is no content type of this application')
  );
}
