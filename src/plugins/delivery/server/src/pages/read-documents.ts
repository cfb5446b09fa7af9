import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { isPersonal } from '../answers/http/personal';
import type { ListOf } from './cursors';
import type { Place } from './keyset/place';
import type { SortKey } from './keyset/sort-keys';
import { followPlan, type PageRead } from './plans/follow-plan';
import type { QueryText } from './query-text';
import { listQuery } from './read-request';
import type { PageSite } from './site';
import { takePage } from './take-page';

export type Context = Parameters<Core.ControllerHandler>[0];

/** Which documents are to be read. */
export interface DocumentsAsked {
  readonly uid: string;
  readonly text: Pick<QueryText, 'rest' | 'filters'>;
  readonly limit: number;
  readonly isBackward: boolean;
  /** Where they begin: a cursor that was sent, or a place that is known. */
  readonly start: string | Place | null;
}

/** Documents of a list that stand side by side. */
export interface Documents {
  /** Each as JSON. */
  readonly texts: readonly string[];
  /** Where each of them stands. */
  placeAt(index: number): Place;
  readonly list: ListOf;
  /** Where they begin. */
  readonly from: Place | null;
  /** Whether there are more beyond them, in the direction in which they were read. */
  readonly hasMore: boolean;
}

const listOf = ({ uid, text }: DocumentsAsked, keys: readonly SortKey[]): ListOf => ({
  uid,
  keys,
  filters: text.filters,
});

/** The place that a request names; undefined for a cursor that is none of the list. */
const placeOf = (
  { cursors }: PageSite,
  { start }: DocumentsAsked,
  list: ListOf
): Place | null | undefined =>
  typeof start === 'string' ? (cursors.read(list, start) ?? undefined) : start;

const keyOf = ({ uid, text }: DocumentsAsked): string => `${uid}?${text.rest}`;

/** Longer queries are Strapi's, and nobody's to remember. */
const MOST = 2000;

/** What was read by a plan, and what it was made of. */
export interface PlannedDocuments extends Documents, Pick<PageRead, 'sources'> {}

/**
 * Reads by a plan what the public may read; null where there is none, or something is wrong.
 *
 * @param isInFront whether Strapi knows nothing of the request
 */
export const readByPlan = async (
  site: PageSite,
  asked: DocumentsAsked,
  isInFront = false
): Promise<PlannedDocuments | null> => {
  const { plans, reader } = site;
  await site.terms();
  const keys = plans.keysOf(keyOf(asked));
  if (keys === null) return null;
  const list = listOf(asked, keys);
  const from = placeOf(site, asked, list);
  if (from === undefined) return null;
  const plan = plans.find(keyOf(asked), asked.isBackward, from);
  if (plan === null || (isInFront && !plan.isPlain)) return null;
  const { documents, ...read } = await followPlan(reader, plan, from, asked.limit);
  return { ...read, texts: documents.map((one) => JSON.stringify(one)), list, from };
};

/** What a controller answers a list with. */
interface Answer {
  readonly data: readonly unknown[];
}

type Find = (ctx: Context, next: () => Promise<void>) => Promise<Answer>;

/**
 * Reads in Strapi's own way, by the controller that answers the type's lists, for whoever asks; and learns from
 * it what the public is answered.
 *
 * @throws ValidationError for a query that Strapi refuses, or a cursor of another one
 */
export const readByStrapi = async (
  site: PageSite,
  ctx: Context,
  asked: DocumentsAsked
): Promise<Documents> => {
  const { strapi, plans, types } = site;
  const { uid, limit, isBackward } = asked;
  const mayLearn = !isPersonal(ctx.headers) && asked.text.rest.length <= MOST;
  const terms = mayLearn ? await site.terms() : null;
  const query = listQuery(ctx.query, types[uid]?.order ?? 'id');
  const inner = Object.create(ctx, { query: { value: query, writable: true } }) as Context;
  const controller = strapi.controller(uid as never) as unknown as { readonly find: Find };
  const placeIn = (keys: readonly SortKey[]): Place | null => {
    const place = placeOf(site, asked, listOf(asked, keys));
    if (place !== undefined) return place;
    throw new errors.ValidationError(
      `"${isBackward ? 'before' : 'after'}" is no cursor of this list. Take one from an answer with the same sort, filters, search and locale.`
    );
  };
  const { answer, page } = await takePage({ uid, limit, isBackward, placeIn }, () =>
    controller.find(inner, async () => undefined)
  );
  const { keys, from, places, hasMore } = page;
  if (terms !== null && terms === (await site.terms())) {
    await plans.learn(keyOf(asked), { asked, page, documents: answer.data });
  }
  const texts = answer.data.map((one) => JSON.stringify(one));
  const placeAt = (index: number): Place => places[index] ?? [];
  return { texts, placeAt, list: listOf(asked, keys), from, hasMore };
};
