import type { Core } from '@strapi/strapi';
import type { AnswerField } from 'strapi-plugin-kit/answers';
import type { Reader } from 'strapi-plugin-kit/database';

import { keptOf } from '../kept/kept';
import type { Plan } from '../plans/plan';
import { type Asked, planReader } from '../plans/plan-reader';
import type { Freshness } from './freshness';
import { finishDocuments } from './finish-documents';
import { documentsOf, shownTypes, type Sources, typesOf } from './sources';

/** What an answer says about the part of the list that it has. */
const pagination = ({ paging, limit }: Plan, offset: number, total: number | null): object => {
  const isCounted = total !== null;
  if (paging === 'places') return { start: offset, limit, ...(isCounted ? { total } : {}) };
  const page = { page: Math.floor(offset / limit) + 1, pageSize: limit };
  return isCounted ? { ...page, pageCount: Math.ceil(total / limit), total } : page;
};

/** An answer, and what it was made of. */
export interface Made {
  readonly text: string;
  readonly sources: Sources;
}

/** Answers queries of one form. */
export interface Answerer {
  /** Null where there is no such document. */
  answer(asked: Asked): Promise<Made | null>;
  /** Whether answers are made in the same way whatever a request is, beside what it asks for. */
  readonly isPlain: boolean;
}

/**
 * Prepares the answers to queries of one form.
 *
 * @param fields those that the answer has beside attributes
 */
export const prepareAnswer = (
  strapi: Core.Strapi,
  reader: Reader,
  { totals }: Freshness,
  plan: Plan,
  fields: readonly AnswerField[]
): Answerer => {
  const read = planReader(plan, keptOf(strapi).isFilled);
  const { finish, isPlain } = finishDocuments(strapi, plan.level, fields);
  const types = typesOf(plan.level);
  const uids = shownTypes(plan.level);
  const answer = async (asked: Asked): Promise<Made | null> => {
    const found = await reader.atOnce(() => read(reader, totals, asked));
    const sources = { uids, types, documents: documentsOf(plan.level, found) };
    const documents = await finish(found);
    if (plan.paging !== 'one') {
      const meta = { pagination: pagination(plan, asked.offset, found.total) };
      return { text: JSON.stringify({ data: documents, meta }), sources };
    }
    const [data] = documents;
    if (data === undefined) return null;
    return { text: JSON.stringify({ data, meta: {} }), sources };
  };
  return { answer, isPlain };
};
