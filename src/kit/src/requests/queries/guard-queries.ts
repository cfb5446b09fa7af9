import type { Core, UID } from '@strapi/strapi';

import { checkFilters } from './check-filters';
import { currentRequest } from '../current-request';
import { countQuery } from '../limits/count-query';
import { noteForm } from '../limits/query-form';
import { BadRequest } from '../errors/request-errors';
import type { Limits } from '../limits/limits';
import { attributeOf, type Fields, isPlain, type Models, modelsOf, targetOf } from '../models';
import { relationSplitter } from './split-relations';

/** Strapi's check of what the content API is asked: REST's controllers and GraphQL's resolvers call it. */
interface Validators {
  query(query: Fields, schema: { uid: string }, options?: object): Promise<void>;
}

/** What makes a query of the database out of parameters, on every door: panel, REST and GraphQL. */
interface QueryParams {
  transform(uid: string, params: Fields): Record<string, unknown>;
}

/** Bounds what one query may ask for, and refuses values that no database compares with. */
export const guardQueries = (strapi: Core.Strapi, limits: Limits): void => {
  const models = modelsOf(strapi);
  const validators = strapi.contentAPI.validate as unknown as Validators;
  const validate = validators.query.bind(validators);
  validators.query = async (query, schema, options) => {
    const searches = countQuery(query, models(schema.uid), { limits, models });
    const request = currentRequest(strapi);
    if (request !== undefined) noteForm(request, schema.uid, query, searches);
    await validate(query, schema, options);
  };

  const queryParams = strapi.get('query-params') as QueryParams;
  const transform = queryParams.transform.bind(queryParams);
  const split = relationSplitter(strapi);
  queryParams.transform = (uid, params) => {
    checkParams(uid, params, models);
    const query = transform(uid, params);
    splitLevel(query, uid);
    return query;
  };

  const splitLevel = (query: Record<string, unknown>, uid: string): void => {
    if (!strapi.db.metadata.has(uid)) return;
    if (query['where'] !== undefined) query['where'] = split(query['where'], uid);
    const { attributes } = strapi.db.metadata.get(uid as UID.Schema);
    const populate: unknown = query['populate'];
    if (!isPlain(populate)) return;
    for (const [name, below] of Object.entries(populate)) {
      const { target } = (attributes[name] ?? {}) as { target?: unknown };
      if (isPlain(below) && typeof target === 'string') splitLevel(below, target);
    }
  };
};

const checkParams = (uid: string, params: Fields, models: Models): void => {
  const { filters, _q: search, locale, populate } = params;
  if (filters !== undefined && filters !== null) checkFilters(filters, models(uid), models);
  if (search !== undefined && search !== null && typeof search !== 'string') {
    throw new BadRequest('"_q" is a text, given once.');
  }
  if (isPlain(locale)) throw new BadRequest('"locale" is a text, given once.');
  for (const name of ['page', 'pageSize', 'start', 'limit']) {
    if (Number(params[name]) > Number.MAX_SAFE_INTEGER) {
      throw new BadRequest(`"${name}" is too large a number.`);
    }
  }
  checkPopulated(populate, uid, models);
};

const checkPopulated = (populate: unknown, uid: string, models: Models): void => {
  if (!isPlain(populate)) return;
  const model = models(uid);
  for (const [name, below] of Object.entries(populate)) {
    const target = targetOf(attributeOf(model, name));
    if (isPlain(below) && target !== null) checkParams(target, below, models);
  }
};
