import { isDeepStrictEqual } from 'node:util';
import type { Core } from '@strapi/strapi';
import { type AnswerField, answerFieldsOf } from 'strapi-plugin-kit/answers';

import { keptOf } from '../kept/kept';
import { compileCount, compileLevel, type Needs } from '../plans/compile/compile-level';
import { compileKept } from '../plans/compile/compile-kept';
import { findParameters, type Observed } from '../plans/find-parameters';
import type { Plan } from '../plans/plan';
import { Uncovered } from '../plans/uncovered';
import type { Answerer } from './answerer';
import type { RequestForm } from './request-form';
import type { Watched } from './watch-queries';

/** A document of an answer of Strapi's. */
type Sample = Readonly<Record<string, unknown>>;

/** An answer of Strapi's own, as it is sent. */
export interface StockAnswer {
  readonly data: Sample | readonly Sample[];
  readonly meta: { readonly pagination?: Readonly<Record<string, number>> };
}

/** The first document of an answer; null where it has none. */
const sampleOf = ({ data }: StockAnswer): Sample | null =>
  (Array.isArray(data) ? ((data as readonly Sample[])[0] ?? null) : (data as Sample)) ?? null;

/** The fields that plugins have added to an answer. */
export const fieldsIn = (
  strapi: Core.Strapi,
  uid: string,
  answer: StockAnswer
): readonly AnswerField[] => {
  const sample = sampleOf(answer);
  return answerFieldsOf(strapi, uid).filter(({ name }) => sample !== null && name in sample);
};

/** What is read for fields that plugins add. */
export const needsOf = (fields: readonly AnswerField[]): Needs => ({
  attributes: fields.flatMap(({ attributes }) => attributes),
  relations: Object.assign({}, ...fields.map(({ relations }) => relations)) as Needs['relations'],
});

/** The offset that a request of a form asks for. */
export const offsetOf = ({ part }: Pick<RequestForm, 'part'>, limit: number): number =>
  part === null ? 0 : 'page' in part ? (part.page - 1) * limit : part.start;

/**
 * Makes a plan of what Strapi has asked the database for and answered.
 *
 * @returns null where the answer has no document to learn from
 * @throws Uncovered for what is left to Strapi
 */
export const observe = (
  strapi: Core.Strapi,
  form: RequestForm,
  watched: Watched,
  answer: StockAnswer
): Observed | null => {
  const { documents: query, count } = watched;
  const sample = sampleOf(answer);
  if (query === null || sample === null) return null;
  const { uid, isOne, parameters } = form;
  const fields = fieldsIn(strapi, uid, answer);
  const { pagination } = answer.meta;
  const limit = isOne ? 1 : query.limit;
  if (limit === undefined || limit < 1) throw new Uncovered('a list without a limit');
  if (!isOne && (query.offset ?? 0) !== offsetOf(form, limit)) throw new Uncovered('its offset');
  const level = compileLevel(strapi, uid, query, needsOf(fields), sample, isOne);
  const plan: Plan = {
    uid,
    level,
    paging: isOne ? 'one' : pagination !== undefined && 'start' in pagination ? 'places' : 'pages',
    limit,
    count: count === null ? null : compileCount(strapi, uid, count),
    kept: isOne ? null : compileKept(strapi, uid, query, level, keptOf(strapi)),
  };
  return { plan, parameters };
};

/**
 * A plan for all queries of a form that have what two of them have in common, of what was seen of these two.
 *
 * @returns null where the two do not tell where the values are that differ
 */
export const generalise = (first: Observed, second: Observed): Plan | null =>
  second.parameters.length === 0 ? second.plan : findParameters(first, second);

/** Whether a prepared answer says what Strapi's own does. */
export const agrees = async (
  { answer }: Answerer,
  form: RequestForm,
  limit: number,
  stock: StockAnswer
): Promise<boolean> => {
  const own = await answer({ offset: offsetOf(form, limit), parameters: form.parameters });
  const sent: unknown = JSON.parse(JSON.stringify(stock));
  return own !== null && isDeepStrictEqual(JSON.parse(own.text), sent);
};
