import type { Core, UID } from '@strapi/strapi';

import {
  type Extensions,
  type Field,
  graphqlPlugin,
  type ObjectType,
  onSchema,
} from './graphql-plugin';
import { type AskedLoad, watchLoad } from './loads';

/** Where a field stands in an answer. */
interface Path {
  readonly prev?: Path | undefined;
  readonly key: string | number;
}

/** What a resolver is told of its place in a query. */
interface Info {
  readonly path: Path;
  readonly fieldNodes: readonly object[];
}

type Resolve = (parent: unknown, args: unknown, context: object, info: Info) => unknown;

/** Loads what one document has of a relation. */
type Load = (asked: AskedLoad, parent: object) => Promise<unknown>;

/** A field that leads to other documents. */
interface RelationField {
  readonly uid: string;
  readonly name: string;
  readonly isMany: boolean;
}

interface Attribute {
  readonly type: string;
  readonly relation?: string;
}

const rootOf = ({ prev, key }: Path): string | number => (prev === undefined ? key : rootOf(prev));

/** A value that is made once for a request, a place in its query, and the root that this is below. */
const perPlace = <Value>() => {
  const made = new WeakMap<object, Map<object, Map<string | number, Value>>>();
  return (context: object, { fieldNodes }: Info): Map<string | number, Value> => {
    const ofRequest = made.get(context) ?? new Map<object, Map<string | number, Value>>();
    made.set(context, ofRequest);
    const node = fieldNodes[0] ?? context;
    const ofNode = ofRequest.get(node) ?? new Map<string | number, Value>();
    ofRequest.set(node, ofNode);
    return ofNode;
  };
};

/**
 * Resolves a relation of the first document as Strapi does, and of all others by what it has asked for: the arguments,
 * the rights and the status are the same for all documents of one place in a query.
 */
export const resolveFirst = (
  own: Resolve,
  load: Load,
  { uid, name, isMany }: RelationField
): Resolve => {
  const placeOf = perPlace<Promise<AskedLoad | null>>();
  return async (parent, args, context, info) => {
    const place = placeOf(context, info);
    const root = rootOf(info.path);
    const known = place.get(root);
    if (known === undefined) {
      const { result, asked } = watchLoad(() => own(parent, args, context, info));
      place.set(root, asked);
      return result;
    }
    const asked = await known;
    if (asked?.uid !== uid || asked.field !== name) return own(parent, args, context, info);
    const found = await load(asked, parent as object);
    return isMany ? (found ?? []) : found;
  };
};

/** Whether nothing but rights is said of a field, and it is resolved as Strapi does. */
const isStrapis = (
  { resolversConfig: config, resolvers = {}, plugins = [] }: Extensions,
  type: string,
  name: string
): boolean => {
  if (resolvers[type]?.[name] !== undefined) return false;
  if (plugins.some((plugin) => plugin.config?.onCreateFieldResolver !== undefined)) return false;
  const ofField = (config[`${type}.${name}`] ?? {}) as object;
  return !(type in config) && Object.keys(ofField).every((key) => key === 'auth');
};

const relationsOf = (strapi: Core.Strapi, uid: string): readonly (readonly [string, Attribute])[] =>
  Object.entries(
    (strapi.contentTypes[uid as UID.ContentType]?.attributes ?? {}) as unknown as Readonly<
      Record<string, Attribute>
    >
  ).filter(
    ([, { type, relation = '' }]) => type === 'relation' && /^(?:one|many)To/u.test(relation)
  );

/**
 * Has relations of several documents be resolved with one look at what is asked and who asks: Strapi looks again for
 * each document. Called before the schema is built.
 *
 * @param uids the types whose relations are resolved so
 */
export const resolveTogether = (strapi: Core.Strapi, uids: readonly string[]): void => {
  const graphql = graphqlPlugin(strapi);
  if (graphql === null) return;
  const { naming } = graphql.service('utils');
  const load: Load = ({ uid, field, params }, parent) =>
    strapi.db.query(uid).load(parent as never, field as never, params as never) as Promise<unknown>;
  onSchema(graphql, (schema, extensions) => {
    const types = schema.getTypeMap() as Readonly<Record<string, ObjectType>>;
    for (const uid of uids) {
      const relations = relationsOf(strapi, uid);
      if (relations.length === 0) continue;
      const type = naming.getTypeName(strapi.contentTypes[uid as UID.ContentType]);
      const fields: Readonly<Record<string, Field>> = types[type]?.getFields() ?? {};
      for (const [name, { relation = '' }] of relations) {
        const field = fields[name];
        if (field === undefined || !isStrapis(extensions, type, name)) continue;
        field.resolve = resolveFirst(field.resolve as Resolve, load, {
          uid,
          name,
          isMany: relation.endsWith('Many'),
        });
      }
    }
  });
};
