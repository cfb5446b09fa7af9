import type { Core } from '@strapi/strapi';

import type { Settings } from '../../config/settings';
import { digestValue } from '../../core/plan/digest';
import type { JsonValue } from '../../core/post';
import type { Target } from '../../write/target';

/** Raised when the importer makes something else of the same post, so that files are due again. */
const VERSION = 2;

/**
 * A digest of everything but a file's bytes that decides what it becomes: how the archive is
 * read, the mapping, the schema it goes to, and the rules of source links.
 */
export const fingerprintOf = (
  strapi: Core.Strapi,
  readBy: string,
  settings: Settings,
  target: Target
): string =>
  digestValue([
    VERSION,
    readBy,
    JSON.stringify(settings),
    JSON.stringify([...target.fields.values(), ...target.keys.values()]),
    target.terms.map(({ kind, attribute, uid }) => [kind, attribute, uid]),
    target.locale,
    (strapi.config.get('plugin::source-links') ?? null) as JsonValue,
  ]);
