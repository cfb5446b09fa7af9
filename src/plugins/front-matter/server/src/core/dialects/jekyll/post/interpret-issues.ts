import { type Issue, issueOf } from '../../../issue';
import type { TextReading } from '../header/read-text';
import { MAX_SEPARATOR } from '../config/config';

type At = { readonly line: number; readonly column: number } | null;

export const invalidDate = (value: string, at: At): Issue => {
  const what = at === null ? 'The date in the file name' : '"date"';
  const said = value.trim() === '' ? 'is empty' : `is not a date ("${value.slice(0, 80)}")`;
  return issueOf('DATE_INVALID', {
    message: `${what} ${said}. Use YYYY-MM-DD HH:MM:SS +0800.`,
    field: 'date',
    ...at,
  });
};

export const repairedDate = (before: string, after: string, at: At): Issue =>
  issueOf('REPAIRED_DATE', {
    message: `"date" is ${before}, on which the generator stops, and was read as ${after}. Write it like that.`,
    field: 'date',
    ...at,
    before,
    after,
  });

export const rolledOver = (value: string, became: string, at: At): Issue =>
  issueOf('DATE_ROLLED_OVER', {
    message: `There is no such day as ${value}; the generator makes it ${became}. Correct the date.`,
    field: 'date',
    ...at,
  });

export const withoutZone = (at: At, taken: 'as-generator' | 'local'): Issue =>
  issueOf('DATE_WITHOUT_ZONE', {
    message:
      taken === 'local'
        ? 'The date names no zone and was read in the zone of the archive, while the generator reads it as UTC. Add the zone.'
        : 'The date names no zone, so the generator reads it as UTC. Add the zone, or set dates: local in .broadsheet.yml.',
    field: 'date',
    ...at,
  });

export const emptyTitle = (reading: TextReading): Issue =>
  issueOf('TITLE_EMPTY', {
    message: 'The title is empty. Write one.',
    field: 'title',
    ...reading.placeOf('title'),
  });

export const unknownUrl = (reading: TextReading): Issue => {
  const field = ['permalink', 'slug'].find((key) => reading.placeOf(key) !== null) ?? 'permalink';
  return issueOf('URL_UNKNOWN', {
    message:
      'The permalink has a placeholder that does not exist, or a slug that is no text, where the generator would stop, or is longer than any address. Correct it to keep the old address.',
    field,
    ...reading.placeOf(field),
  });
};

/** For a header and defaults of the configuration that both hold a circular value. */
export const endlessMerge = (): Issue =>
  issueOf('FRONT_MATTER_TOO_COMPLEX', {
    message:
      'The front matter and the defaults of _config.yml both hold a value inside itself, so that merging the two would not end. Write one of them out.',
    line: 1,
    column: 1,
  });

export const longSeparator = (reading: TextReading): Issue =>
  issueOf('FRONT_MATTER_TOO_COMPLEX', {
    message: `"excerpt_separator" is longer than ${MAX_SEPARATOR} characters. Shorten it.`,
    field: 'excerpt_separator',
    ...reading.placeOf('excerpt_separator'),
  });
