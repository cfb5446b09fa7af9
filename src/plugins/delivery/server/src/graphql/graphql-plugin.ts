import type { Core } from '@strapi/strapi';

type Naming = (contentType: unknown) => string;

/** A field of a type, as much of it as is used here. */
export interface Field {
  resolve?: unknown;
}

/** A type that has fields. */
export interface ObjectType {
  getFields(): Readonly<Record<string, Field>>;
}

/** A schema of GraphQL, as much of it as is used here. */
export interface Schema {
  getTypeMap(): Readonly<Record<string, object>>;
}

/** What is said of fields beside their types, by their paths. */
export type ResolversConfig = Readonly<Record<string, unknown>>;

/** What an application and its plugins add to the schema. */
export interface Extensions {
  readonly resolversConfig: ResolversConfig;
  /** By types and fields. */
  readonly resolvers?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly plugins?: readonly { readonly config?: { readonly onCreateFieldResolver?: unknown } }[];
}

/** What an extension of the schema is made with. */
interface ExtensionTools {
  readonly nexus: {
    plugin(config: { readonly name: string; onAfterBuild(schema: Schema): void }): object;
  };
}

/** What may be added to the schema. */
interface ExtensionService {
  use(extension: (tools: ExtensionTools) => object): void;
  generate(given: object): Extensions;
  shadowCRUD(uid: string): {
    isEnabled(): boolean;
    areQueriesEnabled(): boolean;
    isActionEnabled(action: string): boolean;
  };
}

/** What is used of `@strapi/plugin-graphql`. */
export interface GraphqlPlugin {
  service(name: 'extension'): ExtensionService;
  service(name: 'content-api'): { buildSchema(): Schema };
  service(name: 'utils'): {
    naming: Record<'getTypeName' | 'getFindQueryName' | 'getFiltersInputTypeName', Naming>;
  };
}

/** Calls with the schema once it is built and its fields are guarded, and with what was added to it. */
export const onSchema = (
  graphql: GraphqlPlugin,
  change: (schema: Schema, extensions: Extensions) => void
): void => {
  const extension = graphql.service('extension');
  const contentApi = graphql.service('content-api');
  let extensions: Extensions = { resolversConfig: {} };
  const generate = extension.generate.bind(extension);
  extension.generate = (given) => {
    extensions = generate(given);
    return extensions;
  };
  const buildSchema = contentApi.buildSchema.bind(contentApi);
  contentApi.buildSchema = () => {
    const schema = buildSchema();
    change(schema, extensions);
    return schema;
  };
};

/** The plugin; null in an app that has none. */
export const graphqlPlugin = (strapi: Core.Strapi): GraphqlPlugin | null => {
  const plugin: unknown = strapi.plugin('graphql');
  return (plugin ?? null) as GraphqlPlugin | null;
};
