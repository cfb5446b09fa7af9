import { errors } from '@strapi/utils';
import { sayIn } from 'strapi-plugin-kit/texts';
import { messages } from '../../messages';

type Key = Extract<keyof typeof messages.all, `slug.${string}`>;

/** A slug that somebody gives cannot be had; forms show the message at its field. */
export class SlugError extends errors.ValidationError {
  constructor(attribute: string, key: Key, details: Readonly<Record<string, string>> = {}) {
    const message = messages.in('en', key, details);
    const fault = { path: [attribute], message, name: 'ValidationError' };
    super(message, { errors: [fault], ...details });
    sayIn(this, (language) => messages.in(language, key, details));
  }
}

/** A slug was asked for in so many words, and another document has it. */
export class SlugTakenError extends SlugError {
  constructor(attribute: string, slug: string, free: string) {
    super(attribute, 'slug.taken', { slug, free });
  }
}
