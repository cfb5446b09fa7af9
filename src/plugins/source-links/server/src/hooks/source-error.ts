import { errors } from '@strapi/utils';
import { sayIn } from 'strapi-plugin-kit/texts';
import type { SourceAttributes } from '../config';
import { messageOfProblem, type SourceProblem } from '../core';

/**
 * What is wrong with a source, as the error that REST, GraphQL and the admin panel show at its fields; the panel in
 * the language of whoever reads it there.
 */
export function sourceError(
  problem: SourceProblem,
  { code, url }: SourceAttributes
): InstanceType<typeof errors.ValidationError> {
  const message = messageOfProblem(problem, { code, url });
  const fields = problem.about === 'both' ? [code, url] : [problem.about === 'code' ? code : url];
  const error = new errors.ValidationError(message, {
    errors: fields.map((field) => ({ path: [field], message, name: 'ValidationError' })),
  });
  return sayIn(error, (language) => messageOfProblem(problem, { code, url }, language));
}
