import { errors } from '@strapi/utils';

import { messages } from '../messages';

/** What is wrong with an attribute of a term: forms show it there. */
export const termError = (
  attribute: string,
  key: 'term.name-taken' | 'term.own-ancestor'
): InstanceType<typeof errors.ValidationError> => {
  const message = messages.in('en', key);
  return messages.error(
    errors.ValidationError,
    key,
    {},
    { errors: [{ path: [attribute], message, name: 'ValidationError' }] }
  );
};
