import type { Core } from '@strapi/strapi';
import { type FieldInfo, readList } from 'strapi-plugin-kit/answers';
import { type Permalinks, permalinksOf } from '../permalinks';
import { findByPath, findBySlug, type FoundDocument } from '../resolve/find-document';
import { defaultLocaleOf } from '../resolve/locales';
import type { ServedType } from '../served-type';
import type { GraphqlPlugin } from './graphql-plugin';

/** A type whose documents are looked up one by one, and its names in GraphQL. */
interface LookedUp {
  readonly served: ServedType;
  readonly type: string;
  /** Strapi's own field of one document, which the names of these begin with. */
  readonly one: string;
  /** Strapi's own field of the list. */
  readonly list: string;
}

const lookedUp = (strapi: Core.Strapi, graphql: GraphqlPlugin): readonly LookedUp[] => {
  if (strapi.config.get('plugin::graphql.shadowCRUD', true) !== true) return [];
  const { naming } = graphql.service('utils');
  return [...permalinksOf(strapi).types.values()].flatMap((served) => {
    const schema = strapi.contentType(served.uid);
    const shadow = graphql.service('extension').shadowCRUD(served.uid);
    const isListed =
      shadow.isEnabled() && shadow.areQueriesEnabled() && shadow.isActionEnabled('find');
    if (!isListed || schema.kind !== 'collectionType') return [];
    return [
      {
        served,
        type: naming.getTypeName(schema),
        one: naming.getFindOneQueryName(schema),
        list: naming.getFindQueryName(schema),
      },
    ];
  });
};

const typeDefs = ({ served, type, one }: LookedUp): string => `
  extend type Query {
    "What is published under a slug${served.localised ? ', in a language' : ''}; null for nothing."
    ${one}BySlug(slug: String!${served.localised ? ', locale: I18NLocaleCode' : ''}): ${type}
    "What is published at a path, or at the path of a URL; null for nothing, and for an address that leads elsewhere."
    ${one}ByPath(path: String!): ${type}
  }
`;

/**
 * Reads a document by Strapi's own field of the list, whatever guards that one: with its rights, and without drafts.
 */
const readFound = async (
  list: string,
  found: FoundDocument | null,
  asked: Parameters<typeof readList>[2]
): Promise<unknown> => {
  if (found === null) return null;
  const { documentId, locale } = found;
  const given = {
    filters: { documentId: { eq: documentId } },
    pagination: { limit: 1 },
    sort: [],
    status: 'published',
    ...(locale === null ? {} : { locale }),
  };
  const [document = null] = await readList(list, given, asked);
  return document;
};

const resolversOf = (permalinks: Permalinks, { served, one, list }: LookedUp) => ({
  [`${one}BySlug`]: {
    resolve: async (
      parent: unknown,
      { slug, locale }: { readonly slug: string; readonly locale?: string | null },
      context: unknown,
      info: FieldInfo
    ) => {
      const language = served.localised
        ? (locale ?? (await defaultLocaleOf(permalinks.strapi)))
        : '';
      const found = await findBySlug(permalinks, served, slug, language);
      return readFound(list, found, [parent, context, info]);
    },
  },
  [`${one}ByPath`]: {
    resolve: async (
      parent: unknown,
      { path }: { readonly path: string },
      context: unknown,
      info: FieldInfo
    ) => readFound(list, await findByPath(permalinks, served, path), [parent, context, info]),
  },
});

/** For each type that the configuration names, a document by its slug and by its path. */
export const lookUps = (strapi: Core.Strapi, graphql: GraphqlPlugin) => {
  const types = lookedUp(strapi, graphql);
  const permalinks = permalinksOf(strapi);
  return {
    typeDefs: types.map(typeDefs),
    resolvers: Object.assign({}, ...types.map((type) => resolversOf(permalinks, type))) as object,
    // What a list is filtered by is what it takes on REST, too.
    resolversConfig: Object.fromEntries(
      types.flatMap(({ served, one }) =>
        ['BySlug', 'ByPath'].map((by) => [
          `Query.${one}${by}`,
          { auth: { scope: [`${served.uid}.find`] } },
        ])
      )
    ),
  };
};
