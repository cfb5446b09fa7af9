import type { Core } from '@strapi/strapi';

import { languageOf } from '../../texts';
import { messages } from '../../texts/kit-messages';
import { saidIn, translateError } from '../../texts/translate-error';
import { isTimeout } from '../../database/errors/classify-error';
import { requestErrorOf } from './request-error-of';
import { TooSlow } from './request-errors';
import { currentRequest } from '../current-request';

/** The part of Strapi's dialects that errors of its query builder go through. */
interface Dialect {
  transformErrors(error: Error): void;
}

/**
 * Turns a database's complaint about a value into the asker's error, while a request is answered:
 * Strapi would answer 500, and GraphQL with the whole statement.
 */
export const answerDatabaseErrors = (strapi: Core.Strapi): void => {
  const dialect = strapi.db.dialect as Dialect;
  const transform = dialect.transformErrors.bind(dialect);
  dialect.transformErrors = (error) => {
    const answer = currentRequest(strapi) === undefined ? null : requestErrorOf(error);
    if (answer !== null) throw answer;
    transform(error);
  };

  const { db } = strapi;
  const transaction = db.transaction.bind(db) as (work?: unknown) => Promise<never>;
  db.transaction = async (work?: unknown) => {
    try {
      return await transaction(work);
    } catch (error) {
      // One that was not begun has gone through no query builder.
      const isOfRequest = currentRequest(strapi) !== undefined && isTimeout(error);
      throw (isOfRequest ? requestErrorOf(error) : null) ?? error;
    }
  };
};

/** A form that ends too soon and the like, as its parser says: Strapi would answer 500. */
const isBrokenForm = (error: unknown): boolean => {
  const { httpCode } = (error ?? {}) as { httpCode?: unknown };
  return typeof httpCode === 'number' && httpCode >= 400 && httpCode < 500;
};

/**
 * The same for what comes by other ways than the query builder: raw statements, conversions, forms. What editors are
 * told, they are told in their language.
 */
export const answerOtherErrors =
  (strapi: Core.Strapi): Core.MiddlewareHandler =>
  async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      const language = languageOf(strapi, ctx);
      const answer = error instanceof TooSlow ? error : requestErrorOf(error);
      if (answer instanceof TooSlow) return ctx['serviceUnavailable'](saidIn(language, answer));
      if (isBrokenForm(error)) return ctx.badRequest(messages.in(language, 'form.broken'));
      throw translateError(language, answer ?? error);
    }
  };
