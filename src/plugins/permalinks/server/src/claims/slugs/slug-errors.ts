import { errors } from '@strapi/utils';

/** A slug that somebody gives cannot be had; forms show the message at its field. */
export class SlugError extends errors.ValidationError {
  constructor(attribute: string, message: string, details: Readonly<Record<string, string>> = {}) {
    const fault = { path: [attribute], message, name: 'ValidationError' };
    super(message, { errors: [fault], ...details });
  }
}

/** A slug was asked for in so many words, and another document has it. */
export class SlugTakenError extends SlugError {
  constructor(attribute: string, slug: string, free: string) {
    super(attribute, `The slug "${slug}" is taken. "${free}" is free.`, { slug, free });
  }
}
