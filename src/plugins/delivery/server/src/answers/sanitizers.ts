import type { Core, UID } from '@strapi/strapi';
import { isPlain } from 'strapi-plugin-kit/answers';

import type { Level } from '../plans/level';

/** Makes of a document what may be answered. */
type Sanitize = (document: unknown) => unknown;

type Sanitizer = (schema: object) => Sanitize;

const ROLE = 'plugin::users-permissions.role';

const registeredIn = (strapi: Core.Strapi): readonly Sanitizer[] =>
  strapi.get('sanitizers').get('content-api.output') as readonly Sanitizer[];

const ofUsersPermissions = new WeakMap<Core.Strapi, Sanitizer>();

/**
 * Finds the sanitizer of `users-permissions`, which walks through every answer to take the users from its
 * roles, and does nothing where there are none. To be called by `register`: that plugin is loaded
 * before others, and it is known where it is the only one so far.
 */
export const findRoleSanitizer = (strapi: Core.Strapi): void => {
  const [first, ...others] = registeredIn(strapi);
  if (strapi.plugin('users-permissions') === undefined) return;
  if (first !== undefined && others.length === 0) ofUsersPermissions.set(strapi, first);
};

const hasLevelOf = (level: Level, uid: string): boolean =>
  level.uid === uid || level.relations.some((relation) => hasLevelOf(relation.level, uid));

/** What is done with each document of an answer. */
export interface Sanitizers {
  readonly all: readonly Sanitize[];
  /** Whether they look at a document alone, whoever asks for it. */
  readonly arePlain: boolean;
}

/** Whether what plugins do with answers is the same whoever asks. */
export const areSanitizersPlain = (strapi: Core.Strapi): boolean => {
  const skipped = ofUsersPermissions.get(strapi);
  return registeredIn(strapi).every((sanitizer) => sanitizer === skipped || isPlain(sanitizer));
};

/** What plugins have registered to be done with each document of an answer. */
export const sanitizersFor = (strapi: Core.Strapi, level: Level): Sanitizers => {
  const schema = strapi.contentType(level.uid as UID.ContentType);
  const skipped = hasLevelOf(level, ROLE) ? undefined : ofUsersPermissions.get(strapi);
  const used = registeredIn(strapi).filter((sanitizer) => sanitizer !== skipped);
  return { all: used.map((sanitizer) => sanitizer(schema)), arePlain: used.every(isPlain) };
};
