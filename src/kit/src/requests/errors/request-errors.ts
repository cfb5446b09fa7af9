import { errors } from '@strapi/utils';

/** The asker's error: answered with 400 on every door, with its message. */
export class BadRequest extends errors.ValidationError {
  /** Where Apollo Server reads the status and the code of a GraphQL answer. */
  readonly extensions = { code: 'BAD_USER_INPUT', http: { status: 400 } };
}

/** A read that the database has ended, since it took too long: answered with 503. */
export class TooSlow extends errors.ApplicationError {
  readonly extensions = { code: 'TOO_SLOW', http: { status: 503 } };
}
