import { errors as strapiErrors } from '@strapi/utils';

import type { Language } from './languages';
import { textOf } from './messages';
import { sayForStrapi } from './strapi-messages';

interface Details {
  readonly errors?: readonly { message?: unknown }[];
}

/** What an error says in a language. */
export const saidIn = (language: Language, error: Error): string =>
  textOf(error)?.(language) ?? sayForStrapi(language, error.message);

/** Whether whoever asked is told what an error says: of all else, Strapi tells that there was one. */
const isTold = (error: unknown): error is Error =>
  error instanceof Error &&
  (textOf(error) !== null ||
    error instanceof strapiErrors.ApplicationError ||
    error instanceof strapiErrors.ForbiddenError ||
    error instanceof strapiErrors.NotFoundError ||
    error instanceof strapiErrors.UnauthorizedError);

/** The same error, with what it says in a language, beside its fields as well. */
export const translateError = (language: Language, error: unknown): unknown => {
  if (language === 'en' || !isTold(error)) return error;
  const said = error.message;
  error.message = saidIn(language, error);
  const faults = (error as { details?: Details }).details?.errors;
  for (const fault of Array.isArray(faults) ? (faults as { message?: unknown }[]) : []) {
    if (fault.message === said) fault.message = error.message;
    else if (typeof fault.message === 'string') {
      fault.message = sayForStrapi(language, fault.message);
    }
  }
  return error;
};
