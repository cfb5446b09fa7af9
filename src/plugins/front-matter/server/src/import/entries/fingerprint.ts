import type { Core } from '@strapi/strapi';

import type { Settings } from '../../config/settings';
import { hashValue } from '../../core/plan/hash-value';
import type { JsonValue } from '../../core/post';
import type { Target } from '../../site/target';

/** Raised when the importer makes something else of the same post, so that files are due again. */
const VERSION = 3;

/**
 * A hash of everything but a file's bytes that decides what it becomes: how the archive is
 * read, the mapping, the schema it goes to, and the rules of source links.
 */
export const fingerprintOf = (
  strapi: Core.Strapi,
  readBy: string,
  settings: Settings,
  target: Target
): string =>
  hashValue([
    VERSION,
    readBy,
    JSON.stringify(settings),
    JSON.stringify([...target.fields.values(), ...target.keys.values()]),
    target.terms.map(({ kind, attribute, uid, key, isOne }) =>
      key === null ? [kind, attribute, uid] : [kind, attribute, uid, key, isOne]
    ),
    target.locale,
    (strapi.config.get('plugin::source-links') ?? null) as JsonValue,
  ]);
