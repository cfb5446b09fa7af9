import type { Core, UID } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';
import { answerFieldsOf } from 'strapi-plugin-kit/answers';

/** What tells one document from others, of those that a type has. */
const TELLING = ['title', 'name', 'slug'];

/**
 * The few fields that documents are answered with where a request names none: their title or name, their
 * slug, further ones, and what plugins add, as their path.
 */
export const defaultFields = (
  strapi: Core.Strapi,
  uid: string,
  further: readonly string[] = []
): readonly string[] => {
  const schema = strapi.contentType(uid as UID.ContentType);
  const own = [...TELLING, ...further].filter(
    (name) => name in schema.attributes && !contentTypes.isPrivateAttribute(schema, name)
  );
  return ['documentId', ...own, ...answerFieldsOf(strapi, uid).map(({ name }) => name)];
};
