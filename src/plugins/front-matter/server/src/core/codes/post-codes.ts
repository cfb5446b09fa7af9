import type { CodeTable } from './code-table';

/** Codes about what a post is: its title, date, address, categories and language. */
export const POST_CODES = {
  CATEGORIES_INVALID: {
    severity: 'error',
    meaning: 'the generator fails on the value of "categories"',
  },
  DATE_INVALID: {
    severity: 'error',
    meaning: 'the date is not a date, and the generator would stop',
  },
  DATE_ROLLED_OVER: {
    severity: 'warning',
    meaning: 'the day does not exist and was read as a later one',
  },
  DATE_WITHOUT_ZONE: { severity: 'info', meaning: 'the date names no time zone' },
  DRAFT: { severity: 'info', meaning: 'the post is a draft and was imported as one' },
  FUTURE: {
    severity: 'info',
    meaning: 'the post is dated in the future and is imported as a draft',
  },
  LANGUAGE_UNKNOWN: {
    severity: 'warning',
    meaning: 'the settings do not name the language of the post',
  },
  LOOKS_TRANSLATED: {
    severity: 'warning',
    meaning: 'posts are in several languages, and the settings name no locales',
  },
  TITLE_EMPTY: { severity: 'warning', meaning: 'the title is empty' },
  UNPUBLISHED: {
    severity: 'info',
    meaning: 'the post says "published: false" and is imported as a draft',
  },
  URL_UNKNOWN: { severity: 'warning', meaning: 'the permalink pattern gives this post no address' },
} as const satisfies CodeTable;
