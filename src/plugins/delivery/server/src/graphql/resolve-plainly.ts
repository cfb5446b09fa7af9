import type { Core } from '@strapi/strapi';

import {
  type Field,
  graphqlPlugin,
  type ObjectType,
  onSchema,
  type ResolversConfig,
  type Schema,
} from './graphql-plugin';

/** Their fields are guarded without a configuration, too. */
const ROOTS: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);

const isObjectType = (type: object): type is ObjectType =>
  Object.prototype.toString.call(type) === '[object GraphQLObjectType]';

interface PlacedField {
  readonly type: string;
  readonly name: string;
  readonly field: Field;
}

/** The fields of all types but the roots. */
function* fieldsOf(schema: Schema): Generator<PlacedField> {
  for (const [type, definition] of Object.entries(schema.getTypeMap())) {
    if (ROOTS.has(type) || type.startsWith('__') || !isObjectType(definition)) continue;
    for (const [name, field] of Object.entries(definition.getFields())) yield { type, name, field };
  }
}

const pathOf = ({ type, name }: PlacedField): string => `${type}.${name}`;

/** Whether something is said of a field, in either of the forms that Strapi reads. */
const isConfigured = (config: ResolversConfig, placed: PlacedField): boolean => {
  const ofType = config[placed.type];
  return pathOf(placed) in config || (typeof ofType === 'object' && ofType !== null);
};

/**
 * Has fields that nothing is said of be resolved as their types say. Strapi puts a wrapper around each field of
 * each document, for the rights, policies and middlewares that an app may give it: without any it does
 * nothing, and for a list with its relations it takes longer than all else. Called before the schema is built.
 */
export const resolvePlainly = (strapi: Core.Strapi): void => {
  const graphql = graphqlPlugin(strapi);
  if (graphql === null) return;
  const extension = graphql.service('extension');
  const own = new Map<string, unknown>();

  extension.use(({ nexus }) => ({
    plugins: [
      nexus.plugin({
        name: 'delivery',
        // The wrappers come after it.
        onAfterBuild(schema) {
          for (const placed of fieldsOf(schema)) own.set(pathOf(placed), placed.field.resolve);
        },
      }),
    ],
  }));
  onSchema(graphql, (schema, { resolversConfig: config }) => {
    for (const placed of fieldsOf(schema)) {
      const path = pathOf(placed);
      if (own.has(path) && !isConfigured(config, placed)) placed.field.resolve = own.get(path);
    }
  });
};
