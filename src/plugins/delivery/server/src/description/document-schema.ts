import type { Core, UID } from '@strapi/strapi';
import { z } from '@strapi/utils';

/** As much of an attribute as is looked at here. */
interface Attribute {
  readonly type: string;
  readonly private?: boolean;
  readonly relation?: string;
}

/** By the type of an attribute: what REST answers with, https://docs.strapi.io/cms/backend-customization/models. */
const VALUES: Readonly<Record<string, z.ZodType>> = {
  string: z.string(),
  text: z.string(),
  richtext: z.string(),
  uid: z.string(),
  email: z.string(),
  enumeration: z.string(),
  // Too long for a number.
  biginteger: z.string(),
  date: z.string(),
  time: z.string(),
  datetime: z.string(),
  integer: z.int(),
  decimal: z.number(),
  float: z.number(),
  boolean: z.boolean(),
};

const related = z.looseObject({ documentId: z.string() });

const schemaOf = ({ type, relation }: Attribute): z.ZodType => {
  if (type === 'relation') return relation?.endsWith('Many') === true ? z.array(related) : related;
  return VALUES[type] ?? z.unknown();
};

/**
 * A document of a type, as it is answered with. No attribute has to be there, since `fields` and `populate` say which
 * are, and plugins may add others.
 */
export const documentSchema = (strapi: Core.Strapi, uid: string): z.ZodObject => {
  const attributes = Object.entries<Attribute>(
    strapi.contentType(uid as UID.ContentType).attributes
  );
  const shown = attributes.filter(
    ([, attribute]) => attribute.private !== true && attribute.type !== 'password'
  );
  return z.looseObject({
    id: z.int(),
    documentId: z.string(),
    ...Object.fromEntries(
      shown.map(([name, attribute]) => [name, schemaOf(attribute).nullable().optional()])
    ),
  });
};
