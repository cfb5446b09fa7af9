import type { Core, UID } from '@strapi/strapi';
import { z } from '@strapi/utils';

import { answerFieldsOf } from './answer-fields';
import { type ApiRoute, apiRoutesOf } from './api-routes';
import { documentSchema, fieldNames } from './document-schema';

/** What `fields` takes: names with commas between them, or one by one. */
export const fieldsParameter = (strapi: Core.Strapi, uid: string): z.ZodType => {
  const added = answerFieldsOf(strapi, uid).map(({ name }) => name);
  const names = [...fieldNames(strapi, uid), ...added];
  return z
    .union([z.string(), z.array(z.enum(names))])
    .describe('The fields of each document; all, where it is left out')
    .optional();
};

/** By `pagination[page]`, or by `pagination[start]`; without totals where `pagination[withCount]` is false. */
const pagination = z.union([
  z.object({
    page: z.int(),
    pageSize: z.int(),
    pageCount: z.int().optional(),
    total: z.int().optional(),
  }),
  z.object({ start: z.int(), limit: z.int(), total: z.int().optional() }),
]);

const answerOf = (strapi: Core.Strapi, uid: UID.ContentType, isList: boolean): z.ZodType => {
  const document = documentSchema(strapi, uid);
  return isList
    ? z.object({ data: z.array(document), meta: z.object({ pagination }) })
    : z.object({ data: document, meta: z.object({}) });
};

const ACTIONS = ['find', 'findOne', 'create', 'update', 'delete'] as const;

type Action = (typeof ACTIONS)[number];

const describe = (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  route: ApiRoute,
  action: Action
): void => {
  const { query, params } = route.request ?? {};
  if (action === 'delete') {
    delete route.response;
    route.answers = { 204: { description: 'The document is deleted' } };
  } else {
    const isList = action === 'find' && strapi.contentType(uid).kind === 'collectionType';
    route.response = answerOf(strapi, uid, isList);
  }
  route.request = {
    ...route.request,
    query: { ...query, fields: fieldsParameter(strapi, uid) },
    ...(params?.['id'] ? { params: { ...params, id: z.string() } } : {}),
  };
};

/**
 * Has the routes by which documents of some types are asked for say what they answer with, fields that plugins add
 * included: `strapi openapi generate` reads it. Strapi's own description is of other answers than it gives: ids that
 * are UUIDs, attributes that are never null, no `meta`. To be called by `bootstrap`.
 */
export const describeDocuments = (strapi: Core.Strapi, uids: readonly string[]): void => {
  for (const uid of uids as readonly UID.ContentType[]) {
    if (strapi.contentTypes[uid] === undefined) continue;
    for (const route of apiRoutesOf(strapi, uid)) {
      const action = ACTIONS.find((name) => route.handler === `${uid}.${name}`);
      if (action !== undefined) describe(strapi, uid, route, action);
    }
  }
};
