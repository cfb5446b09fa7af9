import type { Core, UID } from '@strapi/strapi';
import { z } from '@strapi/utils';

import { describedFieldsOf } from './described-fields';

/** As much of an attribute as is looked at here. */
interface Attribute {
  readonly type: string;
  readonly private?: boolean;
  readonly relation?: string;
  readonly target?: string;
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

const related = z.looseObject({ id: z.int(), documentId: z.string() });

const SCHEMAS = Symbol.for('strapi-plugin-kit.document-schemas');

type WithSchemas = Core.Strapi & {
  [SCHEMAS]?: Map<string, z.ZodObject>;
  // Strapi before 5.5x names no schemas of its own accord.
  readonly contentAPISchemaRegistry?: Core.Strapi['contentAPISchemaRegistry'];
};

const isNaming = (strapi: Core.Strapi): boolean =>
  (strapi as WithSchemas).contentAPISchemaRegistry !== undefined;

/** The types of the application have descriptions of their own; what else is related has its ids. */
const isDescribed = (strapi: Core.Strapi, target: string | undefined): target is string =>
  isNaming(strapi) && target?.startsWith('api::') === true;

const relatedSchema = (strapi: Core.Strapi, { relation, target }: Attribute): z.ZodType => {
  // A type may be related to itself.
  const one = isDescribed(strapi, target) ? z.lazy(() => documentSchema(strapi, target)) : related;
  return relation?.endsWith('Many') === true ? z.array(one) : one;
};

const schemaOf = (strapi: Core.Strapi, attribute: Attribute): z.ZodType =>
  attribute.type === 'relation'
    ? relatedSchema(strapi, attribute)
    : (VALUES[attribute.type] ?? z.unknown());

const shownAttributes = (strapi: Core.Strapi, uid: string): readonly [string, Attribute][] =>
  Object.entries<Attribute>(strapi.contentType(uid as UID.ContentType).attributes).filter(
    ([, attribute]) => attribute.private !== true && attribute.type !== 'password'
  );

const POPULATED = ['relation', 'media', 'component', 'dynamiczone'];

/** The names that `fields` takes for a type. */
export const fieldNames = (strapi: Core.Strapi, uid: string): readonly string[] =>
  shownAttributes(strapi, uid).flatMap(([name, { type }]) =>
    POPULATED.includes(type) ? [] : [name]
  );

/** What documents of a type are called in descriptions: `BlogPost` of `blog-post`. */
const nameOf = (strapi: Core.Strapi, uid: string): string =>
  strapi
    .contentType(uid as UID.ContentType)
    .info.singularName.split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/**
 * A document of a type, as it is answered with. No attribute has to be there, since `fields` and `populate` say which
 * are, and plugins may add others.
 */
export const documentSchema = (strapi: Core.Strapi, uid: string): z.ZodObject => {
  const schemas = ((strapi as WithSchemas)[SCHEMAS] ??= new Map<string, z.ZodObject>());
  const before = schemas.get(uid);
  if (before !== undefined) return before;
  const attributes = shownAttributes(strapi, uid);
  const values = Object.fromEntries(
    attributes.map(([name, attribute]) => [name, schemaOf(strapi, attribute)])
  );
  const fields = Object.entries({ ...values, ...describedFieldsOf(strapi, uid) });
  const schema = z.looseObject({
    id: z.int(),
    documentId: z.string(),
    ...Object.fromEntries(fields.map(([name, value]) => [name, value.nullable().optional()])),
  });
  schemas.set(uid, schema);
  (strapi as WithSchemas).contentAPISchemaRegistry?.set(nameOf(strapi, uid), schema);
  for (const [, { target }] of attributes) {
    if (isDescribed(strapi, target)) documentSchema(strapi, target);
  }
  return schema;
};
