import type { Core } from '@strapi/strapi';

type Naming = (contentType: unknown) => string;

/** What is used of `@strapi/plugin-graphql`. */
export interface GraphqlPlugin {
  service(name: 'extension'): {
    use(extension: () => object): void;
    shadowCRUD(uid: string): {
      disable(): unknown;
      isEnabled(): boolean;
      areQueriesEnabled(): boolean;
      isActionEnabled(action: string): boolean;
    };
  };
  service(name: 'utils'): {
    naming: Record<'getTypeName' | 'getFindQueryName' | 'getFindOneQueryName', Naming>;
  };
}

/** The plugin; null in an app that has none. */
export const graphqlPlugin = (strapi: Core.Strapi): GraphqlPlugin | null => {
  const plugin: unknown = strapi.plugin('graphql');
  return (plugin ?? null) as GraphqlPlugin | null;
};
