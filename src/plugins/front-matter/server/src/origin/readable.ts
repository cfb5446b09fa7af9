import type { Core } from '@strapi/strapi';

import type { PostField } from '../config/settings';
import type { Target } from '../site/target';
import { type Context, permissionsOf } from './permissions';

/** What whoever asks may read. */
export interface Readable {
  /** An attribute of the document. */
  attribute(name: string): boolean;
  /** Documents of a type that the document is related to: of any, of one, or its attribute. */
  related(uid: string, row?: unknown, attribute?: string): boolean;
}

/** @param row the document, with who has made it */
export const readableBy = (
  strapi: Core.Strapi,
  ctx: Context,
  uid: string,
  row: unknown
): Readable => {
  const own = permissionsOf(strapi, ctx, uid);
  return {
    attribute: (name) => !own.cannot.read(row, name),
    related: (target, related, attribute) =>
      !permissionsOf(strapi, ctx, target).cannot.read(related, attribute),
  };
};

/** Fields that are never read from front matter. */
const BELOW_HEADER: ReadonlySet<PostField> = new Set([
  'body',
  'sourceCode',
  'sourceKey',
  'sourceUrl',
  'sourceName',
]);

/** Whether whoever asks may read all that front matter becomes: it holds all of it. */
export const mayReadHeader = ({ fields, keys, terms }: Target, readable: Readable): boolean => {
  const own = [...fields].flatMap(([field, { name }]) => (BELOW_HEADER.has(field) ? [] : [name]));
  const mapped = [...keys.values()].map(({ name }) => name);
  return (
    [...own, ...mapped].every((name) => readable.attribute(name)) &&
    terms.every(
      ({ attribute, uid, name }) =>
        readable.attribute(attribute) &&
        readable.related(uid) &&
        readable.related(uid, undefined, name.name)
    )
  );
};
