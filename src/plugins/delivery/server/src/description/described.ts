import { type Core, factories, type UID } from '@strapi/strapi';
import { z } from '@strapi/utils';
import { type DescribedAnswers, documentSchema, fieldsParameter } from 'strapi-plugin-kit/answers';

type Schemas = Readonly<Record<string, z.ZodType>>;

/** What a route takes and answers with, in the words of Strapi's own routes, and what these have no words for. */
export interface Described {
  readonly request?: { readonly query?: Schemas; readonly params?: Schemas };
  readonly response?: z.ZodType;
  readonly answers?: DescribedAnswers;
}

interface CoreRoute {
  readonly handler: unknown;
  readonly request?: { readonly query?: Schemas };
}

/** The parameters of lists that their pages and streams take, too. */
const OF_LISTS = ['fields', 'populate', 'sort', 'filters', 'locale'];

const listQuery = (strapi: Core.Strapi, uid: string): Schemas => {
  const { routes } = factories.createCoreRouter(uid as UID.ContentType);
  const all: unknown = typeof routes === 'function' ? routes() : routes;
  const list = (Array.isArray(all) ? (all as CoreRoute[]) : []).find(
    ({ handler }) => handler === `${uid}.find`
  );
  const query = list?.request?.query ?? {};
  const taken = Object.entries(query).filter(([name]) => OF_LISTS.includes(name));
  return { ...Object.fromEntries(taken), fields: fieldsParameter(strapi, uid) };
};

const BUSY = { description: 'Too many long reads are waiting: ask again later' };

/** REST has its parameters as texts. */
const wholeNumber = z.string().regex(/^\d+$/u).optional();
const locale = z.string().optional();
const cursor = z.string().nullable();

/** A page of a list by cursor. `after` and `before` are declared for the strict checks of parameters. */
export const describePage = (strapi: Core.Strapi, uid: string): Described => ({
  request: { query: { ...listQuery(strapi, uid), limit: wholeNumber } },
  response: z.object({
    data: z.array(documentSchema(strapi, uid)),
    meta: z.object({
      pagination: z.object({ limit: z.int(), next: cursor, previous: cursor }),
    }),
  }),
  answers: { 503: BUSY },
});

export const describeStream = (strapi: Core.Strapi, uid: string): Described => {
  const document = documentSchema(strapi, uid);
  return {
    request: { query: { ...listQuery(strapi, uid), limit: wholeNumber } },
    answers: {
      200: {
        description: 'One document a line; with cursors=true its cursor beside it',
        content: {
          'application/x-ndjson': z.union([
            document,
            z.strictObject({ cursor: z.string(), node: document }),
          ]),
        },
      },
      429: { description: 'As many lists as may be are being streamed: see Retry-After' },
      503: BUSY,
    },
  };
};

export const describeCalendar = (): Described => ({
  request: { query: { year: wholeNumber, month: wholeNumber, locale } },
  response: z.object({
    data: z.array(
      z.object({
        year: z.int(),
        month: z.int().min(1).max(12).optional(),
        day: z.int().min(1).max(31).optional(),
        count: z.int(),
      })
    ),
    meta: z.object({ zone: z.string() }),
  }),
});

/** @param relations what `within` may name */
export const describeNeighbours = (
  strapi: Core.Strapi,
  uid: string,
  relations: readonly string[]
): Described => {
  const within = Object.fromEntries(relations.map((name) => [name, z.string().optional()]));
  const document = documentSchema(strapi, uid).nullable();
  return {
    request: {
      params: { documentId: z.string() },
      query: { locale, ...(relations.length === 0 ? {} : { within: z.object(within).optional() }) },
    },
    response: z.object({
      data: z.object({ previous: document, next: document }),
      meta: z.object({}),
    }),
  };
};

export const describeCounts = (strapi: Core.Strapi, target: string): Described => ({
  request: {
    query: {
      pagination: z.object({ page: wholeNumber, pageSize: wholeNumber }).optional(),
      sort: z.string().optional(),
      locale,
    },
  },
  response: z.object({
    data: z.array(
      z.intersection(documentSchema(strapi, target), z.looseObject({ count: z.int() }))
    ),
    meta: z.object({
      pagination: z.object({
        page: z.int(),
        pageSize: z.int(),
        pageCount: z.int(),
        total: z.int(),
      }),
    }),
  }),
});

export const describeChanges = (): Described => ({
  request: {
    query: { since: z.string().optional(), limit: wholeNumber, types: z.string().optional() },
  },
  response: z.object({
    data: z.array(
      z.object({
        type: z.string(),
        uid: z.string(),
        kind: z.enum(['created', 'changed', 'unpublished', 'deleted']),
        documentId: z.string(),
        locale: z.string().nullable(),
        at: z.iso.datetime(),
      })
    ),
    meta: z.object({ next: z.string(), hasMore: z.boolean() }),
  }),
  answers: {
    410: { description: 'The position is not known any more: read all documents again' },
    503: { description: 'Changes are not being logged at the moment: ask again later' },
  },
});
