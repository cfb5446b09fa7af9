import type { Core } from '@strapi/strapi';
import { engineOf } from 'strapi-plugin-kit/database';

/**
 * Says in the log of a site why something could not be made, and what to set for it.
 *
 * @param what it is
 * @param instead how the site does without it
 */
export const sayWhyNot = (
  strapi: Core.Strapi,
  error: unknown,
  { what, instead }: { readonly what: string; readonly instead: string }
): void => {
  const advice = engineOf(strapi.db).keeping.adviceOn(error);
  const message = error instanceof Error ? error.message : String(error);
  if (advice === null) {
    strapi.log.error(`delivery: ${what} could not be made: ${message}. ${instead}`);
  } else {
    strapi.log.warn(
      `delivery: the database lets nobody make the triggers that keep ${what}: ${message}. ${advice} ${instead}`
    );
  }
};
