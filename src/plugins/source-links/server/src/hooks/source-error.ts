import { errors } from '@strapi/utils';
import type { SourceAttributes } from '../config';
import { messageOfProblem, type SourceProblem } from '../core';

/** What is wrong with a source, as the error that REST, GraphQL and the admin panel show at its fields. */
export function sourceError(
  problem: SourceProblem,
  { code, url }: SourceAttributes
): InstanceType<typeof errors.ValidationError> {
  const message = messageOfProblem(problem, { code, url });
  const fields = problem.about === 'both' ? [code, url] : [problem.about === 'code' ? code : url];
  return new errors.ValidationError(message, {
    errors: fields.map((field) => ({ path: [field], message, name: 'ValidationError' })),
  });
}
