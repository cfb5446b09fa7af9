import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { SourceAttributes } from '../config';
import { messageOfProblem, type SourceProblem } from '../core';

/**
 * What is wrong with a source, as the error that REST, GraphQL and the admin panel show at its fields;
 * an administrator reads it in the language of their profile.
 */
export function sourceError(
  strapi: Core.Strapi,
  problem: SourceProblem,
  { code, url }: SourceAttributes
): InstanceType<typeof errors.ValidationError> {
  const message = messageOfProblem(problem, { code, url }, languageOf(strapi));
  const fields = problem.about === 'both' ? [code, url] : [problem.about === 'code' ? code : url];
  return new errors.ValidationError(message, {
    errors: fields.map((field) => ({ path: [field], message, name: 'ValidationError' })),
  });
}

function languageOf(strapi: Core.Strapi): string | undefined {
  const user: unknown = strapi.requestContext.get()?.state['user'];
  if (typeof user !== 'object' || user === null || !('preferedLanguage' in user)) return undefined;
  return typeof user.preferedLanguage === 'string' ? user.preferedLanguage : undefined;
}
