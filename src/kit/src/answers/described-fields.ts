import type { Core } from '@strapi/strapi';
import type { z } from '@strapi/utils';

type Fields = Readonly<Record<string, z.ZodType>>;

const FIELDS = Symbol.for('strapi-plugin-kit.described-fields');

type WithFields = Core.Strapi & { [FIELDS]?: Map<string, Fields> };

/**
 * Says what a field is that a plugin adds to documents of a type in answers of REST, for descriptions of routes. To be
 * called by `register`: routes are described once all plugins are registered.
 */
export const describeField = (
  strapi: Core.Strapi,
  uid: string,
  name: string,
  schema: z.ZodType
): void => {
  const fields = ((strapi as WithFields)[FIELDS] ??= new Map<string, Fields>());
  fields.set(uid, { ...fields.get(uid), [name]: schema });
};

/** The fields that plugins add to documents of a type. */
export const describedFieldsOf = (strapi: Core.Strapi, uid: string): Fields =>
  (strapi as WithFields)[FIELDS]?.get(uid) ?? {};
