import type { Core, UID } from '@strapi/strapi';
import type { SourceAttributes } from './config';
import { SourceRulesError } from './core';

const TEXTS: ReadonlySet<string> = new Set(['string', 'text']);
const BODIES: ReadonlySet<string> = new Set(['string', 'text', 'richtext']);

/** What a response has besides a type's attributes. */
const OTHERS: ReadonlySet<string> = new Set(['id', 'documentId', 'twins']);

/**
 * Checks that the content types and attributes of the configuration exist and can hold texts.
 * @throws {SourceRulesError} naming the key of the first that does not
 */
export function checkContentTypes(
  strapi: Core.Strapi,
  contentTypes: Readonly<Record<string, SourceAttributes>>
): void {
  for (const [uid, attributes] of Object.entries(contentTypes)) {
    const type = strapi.contentTypes[uid as UID.ContentType];
    const at = `contentTypes["${uid}"]`;
    if (type === undefined)
      throw new SourceRulesError(at, 'is not a content type of this application');
    const { link, ...stored } = attributes;
    if (type.attributes[link] !== undefined || OTHERS.has(link)) {
      throw new SourceRulesError(`${at}.link`, `names "${link}", which is something else already`);
    }
    const roles = new Map<string, string>();
    for (const [role, name] of Object.entries(stored)) {
      if (name === false) continue;
      const other = roles.get(name);
      if (other !== undefined)
        throw new SourceRulesError(
          `${at}.${role}`,
          `names "${name}", which is the ${other} already`
        );
      roles.set(name, role);
      const kind = type.attributes[name]?.type;
      const allowed = role === 'body' ? BODIES : TEXTS;
      if (kind !== undefined && allowed.has(kind)) continue;
      throw new SourceRulesError(
        `${at}.${role}`,
        kind === undefined
          ? `names "${name}", which the content type does not have`
          : `names "${name}", which is of type "${kind}" and not one of ${[...allowed].join(', ')}`
      );
    }
  }
}
