import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import type { Place } from './keyset/place';
import { endsOf } from './page-answer';
import { pagesOf } from './site';
import { takePage } from './take-page';

/** The arguments of a connection, in the words of https://relay.dev/graphql/connections.htm. */
export interface ConnectionArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
  readonly sort?: readonly string[] | null;
  readonly filters?: unknown;
  readonly locale?: unknown;
}

/** Arguments of Strapi's own field of a list. */
type ListArguments = Readonly<Record<string, unknown>>;

interface Edge {
  readonly cursor: string;
  readonly node: unknown;
}

interface Connection {
  readonly edges: readonly Edge[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const refuse = (message: string): never => {
  throw new errors.ValidationError(message);
};

/** From which end a connection is read, and how many at most. */
const readArguments = (
  { config }: Core.Strapi,
  { first, after, last, before }: ConnectionArguments
) => {
  const isBackward = (last ?? null) !== null || (before ?? null) !== null;
  if (isBackward && ((first ?? null) !== null || (after ?? null) !== null)) {
    refuse('Give "first" and "after", or "last" and "before".');
  }
  const asked = isBackward ? last : first;
  if (asked !== undefined && asked !== null && asked < 1) {
    refuse(`"${isBackward ? 'last' : 'first'}" is a whole number, 1 or more.`);
  }
  const usual = Number(config.get('plugin::graphql.defaultLimit', 100));
  const most = Number(config.get('plugin::graphql.maxLimit', 1000));
  const limit = Math.min(asked ?? usual, most > 0 ? most : 1000);
  return { isBackward, limit, cursor: (isBackward ? before : after) ?? null };
};

/**
 * Reads a page of a type's documents as a connection.
 *
 * @param list Strapi's own field of the type's list, with its checks
 */
export const readConnection = async (
  strapi: Core.Strapi,
  uid: string,
  given: ConnectionArguments,
  list: (given: ListArguments) => Promise<readonly unknown[]>
): Promise<Connection> => {
  const { cursors, types } = pagesOf(strapi);
  const { isBackward, limit, cursor } = readArguments(strapi, given);
  const { filters, locale } = given;
  const isSorted = (given.sort ?? []).some((part) => part !== '');
  const sort = isSorted ? given.sort : [`${types[uid]?.order ?? 'id'}:desc`];
  const about = JSON.stringify([filters, locale]);
  const { answer: nodes, page } = await takePage(
    {
      uid,
      limit,
      isBackward,
      placeIn(keys) {
        const place = cursor === null ? null : cursors.read({ uid, keys, filters: about }, cursor);
        if (cursor === null || place !== null) return place;
        return refuse(
          `"${isBackward ? 'before' : 'after'}" is no cursor of this list. Take one from an answer with the same sort, filters and locale.`
        );
      },
    },
    () =>
      list({
        sort,
        pagination: { limit },
        ...(filters !== undefined && filters !== null && { filters }),
        ...(locale !== undefined && locale !== null && { locale }),
      })
  );
  const own = { uid, keys: page.keys, filters: about };
  const edges = nodes.map((node, index) => ({
    cursor: cursors.write(own, page.places[index] ?? []),
    node,
  }));
  const placeAt = (index: number): Place => page.places[index] ?? [];
  const { next, previous } = endsOf(
    cursors,
    { ...page, placeAt, list: own },
    nodes.length,
    isBackward
  );
  return {
    edges,
    pageInfo: {
      hasNextPage: next !== null,
      hasPreviousPage: previous !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
};
