import { errors } from '@strapi/utils';

/** The asker's error: answered with 400 on every door, with its message. */
export class BadRequest extends errors.ValidationError {
  /** Where Apollo Server reads the status of a GraphQL answer. */
  readonly extensions = { http: { status: 400 } };
}

/** A read that the database has ended, since it took too long: answered with 503. */
export class TooSlow extends errors.ApplicationError {
  readonly extensions = { http: { status: 503 } };
}
