import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import {
  type Described,
  describeCalendar,
  describeCounts,
  describeNeighbours,
} from '../description/described';
import { isLocalised } from '../triggers/shown-columns';
import { calendarOf } from './calendar/calendar';
import { defaultFields } from './default-fields';
import { type Context, findDocuments } from './find-documents';
import { findTarget } from './find-target';
import { localeFor } from './locale';
import { findRow, neighboursOf } from './neighbours';
import { readPage, readPart } from './read-query';
import { type ServedType, servedTypes } from './served-types';
import { termCounts } from './term-counts';

export interface Route extends Described {
  readonly method: 'GET';
  readonly path: string;
  readonly handler: (ctx: Context) => Promise<unknown>;
  readonly config: { readonly auth: { readonly scope: readonly string[] } };
}

/** A route, and what its answers depend on. */
export interface BrowseRoute {
  readonly route: Route;
  /** The types of which any document that is written may change them. */
  readonly types: readonly string[];
  /** The type of the documents that they have; null for numbers alone. */
  readonly shown: string | null;
}

const pluralOf = (strapi: Core.Strapi, uid: string): string => {
  const { pluralName } = strapi.contentType(uid as UID.ContentType).info;
  if (pluralName === undefined) throw new Error(`${uid} has no plural name`);
  return pluralName;
};

/** Who may find documents of all these types may read it. */
const route = (
  path: string,
  uids: readonly string[],
  handler: Route['handler'],
  described: Described,
  { types = uids, shown = null }: Partial<Omit<BrowseRoute, 'route'>> = {}
): BrowseRoute => ({
  types,
  shown,
  route: {
    ...described,
    method: 'GET',
    path,
    handler,
    config: { auth: { scope: uids.map((uid) => `${uid}.find`) } },
  },
});

const calendar =
  (served: ServedType): Route['handler'] =>
  async ({ query }) => {
    const locale = await localeFor(served.strapi, served.type.locale !== null, query['locale']);
    const data = await calendarOf(served, readPart(query), locale);
    return { data, meta: { zone: served.zone } };
  };

const neighbours =
  (served: ServedType): Route['handler'] =>
  async (ctx) => {
    const { strapi, type } = served;
    const { uid } = type;
    const locale = await localeFor(strapi, type.locale !== null, ctx.query['locale']);
    const target = await findTarget(ctx, served, locale);
    const { documentId } = ctx.params as { readonly documentId: string };
    const row = await findRow(served, documentId, locale);
    if (row === null) throw new errors.NotFoundError();
    const { previous, next } = await neighboursOf(served, row, target, locale);
    const ids = [previous, next].filter((id) => id !== null);
    const fields = defaultFields(strapi, uid, [served.order]);
    const found = await findDocuments(strapi, ctx, uid, ids, fields);
    const documentOf = (id: number | null) => (id === null ? null : (found.get(id) ?? null));
    return { data: { previous: documentOf(previous), next: documentOf(next) }, meta: {} };
  };

/** Pages of REST lists, as the application has them. */
const pageLimits = (strapi: Core.Strapi) => ({
  usual: Number(strapi.config.get('api.rest.defaultLimit', 25)),
  most: Number(strapi.config.get('api.rest.maxLimit', 100)) || 100,
});

const counts =
  (served: ServedType, relation: string, target: string): Route['handler'] =>
  async (ctx) => {
    const { strapi, type } = served;
    const { page, pageSize, sort, direction } = readPage(ctx.query, pageLimits(strapi));
    const isInLanguages =
      type.locale !== null || isLocalised(strapi.contentType(target as UID.ContentType));
    const locale = await localeFor(strapi, isInLanguages, ctx.query['locale']);
    const { terms, total } = await termCounts(served, relation, target, {
      ...{ sort, direction, locale },
      ...{ offset: (page - 1) * pageSize, limit: pageSize },
    });
    const ids = terms.map(({ rowId }) => rowId);
    const found = await findDocuments(strapi, ctx, target, ids, defaultFields(strapi, target));
    const data = terms.flatMap(({ rowId, count }) => {
      const document = found.get(rowId);
      return document === undefined ? [] : [{ ...document, count }];
    });
    const pagination = { page, pageSize, pageCount: Math.ceil(total / pageSize), total };
    return { data, meta: { pagination } };
  };

const routesOf = (served: ServedType): BrowseRoute[] => {
  const { strapi, type } = served;
  const path = `/${pluralOf(strapi, type.uid)}`;
  const targetOf = (relation: string): string =>
    (strapi.db.metadata.get(type.uid).attributes[relation] as { readonly target: string }).target;
  const relations = [...type.relations.keys()];
  return [
    ...(type.days === null
      ? []
      : [route(`${path}/calendar`, [type.uid], calendar(served), describeCalendar())]),
    ...(type.order === 'id'
      ? []
      : [
          route(
            `${path}/:documentId/neighbours`,
            [type.uid],
            neighbours(served),
            describeNeighbours(strapi, type.uid, relations),
            { types: [type.uid, ...relations.map(targetOf)], shown: type.uid }
          ),
        ]),
    ...relations.map((relation) => {
      const target = targetOf(relation);
      return route(
        `/${pluralOf(strapi, target)}/counts`,
        [target, type.uid],
        counts(served, relation, target),
        describeCounts(strapi, target),
        { shown: target }
      );
    }),
  ];
};

/**
 * The routes by which documents are browsed: the calendar, the neighbours of one, and how many each term
 * has. The first type that has a calendar has it under a path without its name, too. Where several relations
 * lead to one type of terms, the first has its counts.
 */
export const browseRoutes = (strapi: Core.Strapi): readonly BrowseRoute[] => {
  const types = servedTypes(strapi);
  const first = types.find(({ type }) => type.days !== null);
  const all = [
    ...(first === undefined
      ? []
      : [route('/calendar', [first.type.uid], calendar(first), describeCalendar())]),
    ...types.flatMap(routesOf),
  ];
  return all.filter(
    ({ route: { path } }, index) => all.findIndex((other) => other.route.path === path) === index
  );
};
