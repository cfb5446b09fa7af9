import type { CodeTable } from './code-table';

/** What is said of what a post is: its title, date, address, categories and language. */
export const POST_CODES = {
  CATEGORIES_INVALID: {
    severity: 'error',
    meaning: 'the generator fails on what "categories" holds',
  },
  DATE_INVALID: { severity: 'error', meaning: 'the date is not one, and the generator would stop' },
  DATE_ROLLED_OVER: {
    severity: 'warning',
    meaning: 'the day does not exist and became a later one',
  },
  DATE_WITHOUT_ZONE: { severity: 'info', meaning: 'the date names no zone' },
  DRAFT: { severity: 'info', meaning: 'the post is a draft and was imported as one' },
  FUTURE: {
    severity: 'info',
    meaning: 'the post is dated in the future and was imported as a draft',
  },
  LANGUAGE_UNKNOWN: {
    severity: 'warning',
    meaning: 'the settings do not name the language that the post is in',
  },
  LOOKS_TRANSLATED: {
    severity: 'warning',
    meaning: 'posts are in several languages, which were not told apart',
  },
  TITLE_EMPTY: { severity: 'warning', meaning: 'the title is empty' },
  UNPUBLISHED: {
    severity: 'info',
    meaning: 'the post says "published: false" and was imported as a draft',
  },
  URL_UNKNOWN: { severity: 'warning', meaning: 'the permalink pattern gives this post no address' },
} as const satisfies CodeTable;
