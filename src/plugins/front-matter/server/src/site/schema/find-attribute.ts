import type { Core, UID } from '@strapi/strapi';

import type { Shape } from '../../core/fit/fit-value';
import type { LayoutAttribute } from '../../core/fit/layout';
import { attributesOf, type RawAttribute } from './content-types';
import { OWN, STORED_AS } from './kinds';

/** A `varchar(255)` is what Strapi makes of these, unless the schema names another column. */
const SHORT = new Set(['string', 'uid', 'email', 'enumeration']);

/** What an attribute can hold; null for one that holds no value of a file. */
const shapeOf = ({ type, column, enum: values }: RawAttribute): Shape | null => {
  const kind = STORED_AS[type];
  if (kind === undefined) return null;
  const isShort = SHORT.has(type) && column?.type === undefined;
  return { kind, maxLength: isShort ? 255 : null, values: values ?? null };
};

/** The attribute of a type that values of files can go to; null where it has none of that name. */
export const findAttribute = (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  name: string
): LayoutAttribute | null => {
  const raw = attributesOf(strapi, uid)[name];
  const shape = raw === undefined || OWN.has(name) ? null : shapeOf(raw);
  return shape === null ? null : { name, shape };
};

/** An attribute that values of files can go to. */
export interface FillableAttribute extends LayoutAttribute {
  /** As Strapi calls it. */
  readonly type: string;
  readonly isRequired: boolean;
}

/** The attributes of a type that values of files can go to, in the order of its schema. */
export const listFillable = (
  strapi: Core.Strapi,
  uid: UID.ContentType
): readonly FillableAttribute[] =>
  Object.entries(attributesOf(strapi, uid)).flatMap(([name, raw]) => {
    const shape = OWN.has(name) ? null : shapeOf(raw);
    if (shape === null) return [];
    return [{ name, shape, type: raw.type, isRequired: raw.required === true }];
  });

/** The same of one that has been checked: its absence would be a mistake of ours. */
export const needAttribute = (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  name: string
): LayoutAttribute => {
  const attribute = findAttribute(strapi, uid, name);
  if (attribute === null) throw new Error(`There is no attribute ${uid}.${name}.`);
  return attribute;
};
