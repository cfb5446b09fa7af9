import type { Core } from '@strapi/strapi';
import DataLoader from 'dataloader';
import { asRow } from '../core/row';
import { rowPaths } from '../paths/document-paths';
import { hasOwnPath } from '../paths/own-path';
import { permalinksOf } from '../permalinks';
import { resolveUrls } from '../resolve/resolve-urls';
import type { ServedType } from '../served-type';
import { graphqlPlugin } from './graphql-plugin';
import { lookUps } from './look-ups';

const TYPE_DEFS = /* GraphQL */ `
  "Where an address leads."
  type PermalinkTarget {
    contentType: String!
    documentId: ID!
    slug: String
    "Percent-encoded; null when the document has no page, or is gone."
    path: String
    "200: here it is; 301: it is at its path; 410: it is no more."
    status: Int!
  }

  extend type Query {
    "Where an address leads, given as a path or a whole URL; null for nowhere."
    resolvePermalink(url: String!): PermalinkTarget
  }
`;

/** Adds `resolvePermalink`, and for every type that the configuration names `path` and what looks documents up. */
export function extendGraphql(strapi: Core.Strapi): void {
  const graphql = graphqlPlugin(strapi);
  if (graphql === null) return;
  // Addresses of drafts and what became of them are the panel's to show.
  graphql.service('extension').shadowCRUD('plugin::permalinks.address').disable();
  graphql.service('extension').use(() => {
    const types = [...permalinksOf(strapi).types.values()]
      .map((type) => ({ type, schema: strapi.contentType(type.uid) }))
      .filter(({ schema }) => !hasOwnPath(schema))
      .map(({ type, schema }) => ({
        type,
        name: graphql.service('utils').naming.getTypeName(schema),
      }));
    const paths = types.map(
      ({ name }) => `extend type ${name} { "Percent-encoded." path: String }`
    );
    const oneByOne = lookUps(strapi, graphql);
    return {
      typeDefs: [TYPE_DEFS, ...paths, ...oneByOne.typeDefs].join('\n'),
      resolvers: {
        Query: {
          ...oneByOne.resolvers,
          resolvePermalink: {
            resolve: (_: unknown, { url }: { url: string }, context: object) =>
              loadTarget(strapi, context, url),
          },
        },
        ...Object.fromEntries(
          types.map(({ type, name }) => [
            name,
            {
              path: {
                resolve: (row: unknown, _: unknown, context: object) =>
                  loadPath(strapi, context, type, Number(asRow(row)?.['id'])),
              },
            },
          ])
        ),
      },
      resolversConfig: {
        'Query.resolvePermalink': { auth: false },
        ...oneByOne.resolversConfig,
      },
    };
  });
}

const loaders = new WeakMap<object, Map<string, unknown>>();

/** One loader a request and name: what a whole answer asks is asked at once. */
function loaderOf<Key, Value>(
  context: object,
  name: string,
  load: (keys: readonly Key[]) => Promise<readonly Value[]>
): DataLoader<Key, Value> {
  const ofRequest = loaders.get(context) ?? new Map<string, unknown>();
  loaders.set(context, ofRequest);
  const loader = ofRequest.get(name) ?? new DataLoader<Key, Value>(load, { maxBatchSize: 1000 });
  ofRequest.set(name, loader);
  return loader as DataLoader<Key, Value>;
}

const loadPath = (strapi: Core.Strapi, context: object, type: ServedType, id: number) =>
  loaderOf<number, string | null>(context, type.uid, async (ids) => {
    const rows = await rowPaths(permalinksOf(strapi), type, { ids });
    const paths = new Map(rows.map((row) => [row.id, row.path]));
    return ids.map((wanted) => paths.get(wanted) ?? null);
  }).load(id);

const loadTarget = (strapi: Core.Strapi, context: object, url: string) =>
  loaderOf(context, 'resolvePermalink', (urls: readonly string[]) =>
    resolveUrls(permalinksOf(strapi), urls)
  ).load(url);
