import type { Core } from '@strapi/strapi';
import {
  checkHost,
  type KeyPath,
  pluginPlace,
  SHORT_TEXT,
  TEXT,
  wrongValue,
} from 'strapi-plugin-kit/config';
import type { SourceAttributes } from './config';

/** What a response has besides a type's attributes. */
const OTHERS: ReadonlySet<string> = new Set(['id', 'documentId', 'twins']);

/**
 * Checks that the content types and attributes of the configuration exist and can hold texts.
 *
 * @throws {ConfigurationError} naming the keys of those that do not
 */
export function checkContentTypes(
  strapi: Core.Strapi,
  contentTypes: Readonly<Record<string, SourceAttributes>>
): void {
  const host = checkHost(strapi, pluginPlace('source-links'));
  for (const [uid, { link, ...stored }] of Object.entries(contentTypes)) {
    const at = (key: string): KeyPath => ['contentTypes', uid, key];
    if (!host.type(['contentTypes', uid], uid)) continue;
    if (host.has(uid, link) || OTHERS.has(link)) {
      const reason = 'that is something else already. Give the link another name';
      host.refuse(wrongValue(at('link'), link, reason));
    }
    const named: [KeyPath, string][] = [];
    for (const [role, name] of Object.entries(stored)) {
      if (name === false) continue;
      host.attribute(at(role), uid, name, role === 'body' ? TEXT : SHORT_TEXT);
      named.push([at(role), name]);
    }
    host.apart(named);
  }
  host.end();
}
