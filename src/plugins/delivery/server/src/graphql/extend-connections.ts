import type { Core, UID } from '@strapi/strapi';
import { type FieldInfo, readList } from 'strapi-plugin-kit/answers';

import { type GraphqlPlugin, graphqlPlugin } from './graphql-plugin';
import { type ConnectionArguments, readConnection } from '../pages/connection';

const PAGE_INFO = /* GraphQL */ `
  "Where a page stands in its list."
  type PageInfo {
    hasNextPage: Boolean!
    hasPreviousPage: Boolean!
    startCursor: String
    endCursor: String
  }
`;

/** A type's connection, and how it is asked for. */
interface ConnectionType {
  readonly uid: string;
  /** Strapi's own field of the list. */
  readonly list: string;
  readonly type: string;
  readonly filters: string;
  readonly isLocalized: boolean;
}

const typeDefs = ({ list, type, filters, isLocalized }: ConnectionType): string => `
  type ${type}Edge {
    cursor: String!
    node: ${type}!
  }

  type ${type}Connection {
    edges: [${type}Edge!]!
    pageInfo: PageInfo!
  }

  extend type Query {
    "A page of ${list} that begins at a cursor: the first ones after it, or the last ones before it."
    ${list}Page(
      first: Int
      after: String
      last: Int
      before: String
      filters: ${filters}
      sort: [String]
      ${isLocalized ? 'locale: I18NLocaleCode' : ''}
    ): ${type}Connection!
  }
`;

const connectionTypes = (
  strapi: Core.Strapi,
  graphql: GraphqlPlugin,
  uids: readonly string[]
): readonly ConnectionType[] => {
  if (strapi.config.get('plugin::graphql.shadowCRUD', true) !== true) return [];
  const { naming } = graphql.service('utils');
  return uids.flatMap((uid) => {
    const schema = strapi.contentTypes[uid as UID.ContentType];
    const shadow = graphql.service('extension').shadowCRUD(uid);
    const isServed =
      shadow.isEnabled() && shadow.areQueriesEnabled() && shadow.isActionEnabled('find');
    if (schema === undefined || schema.kind !== 'collectionType' || !isServed) return [];
    const { i18n } = (schema.pluginOptions ?? {}) as { i18n?: { localized?: unknown } };
    return [
      {
        uid,
        list: naming.getFindQueryName(schema),
        type: naming.getTypeName(schema),
        filters: naming.getFiltersInputTypeName(schema),
        isLocalized: i18n?.localized === true,
      },
    ];
  });
};

/**
 * Adds a connection beside the list of each type, in the form that Relay and others know. Its documents are read
 * by Strapi's own field of the list, whatever guards that one.
 */
export const extendConnections = (strapi: Core.Strapi, uids: readonly string[]): void => {
  const graphql = graphqlPlugin(strapi);
  if (graphql === null) return;
  graphql.service('extension').use(() => {
    const types = connectionTypes(strapi, graphql, uids);
    if (types.length === 0) return {};
    const resolver = ({ uid, list }: ConnectionType) => ({
      resolve: (parent: unknown, given: ConnectionArguments, context: unknown, info: FieldInfo) =>
        readConnection(strapi, uid, given, (listGiven) =>
          readList(list, listGiven, [parent, context, info])
        ),
    });
    return {
      typeDefs: [PAGE_INFO, ...types.map(typeDefs)].join('\n'),
      resolvers: {
        Query: Object.fromEntries(types.map((type) => [`${type.list}Page`, resolver(type)])),
      },
      resolversConfig: Object.fromEntries(
        types.map(({ uid, list }) => [`Query.${list}Page`, { auth: { scope: [`${uid}.find`] } }])
      ),
    };
  });
};
