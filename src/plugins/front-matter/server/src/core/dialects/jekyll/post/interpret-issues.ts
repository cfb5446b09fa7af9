import type { Issue } from '../../../issue';
import { issueOf } from '../../../issue-codes';
import type { TextReading } from '../header/read-text';
import { MAX_SEPARATOR } from './excerpt';

type At = { readonly line: number; readonly column: number } | null;

export function invalidDate(value: string, at: At): Issue {
  const what = at === null ? 'The date in the file name' : '"date"';
  const said = value.trim() === '' ? 'is empty' : `is not a date ("${value.slice(0, 80)}")`;
  return issueOf('DATE_INVALID', {
    message: `${what} ${said}. Use YYYY-MM-DD HH:MM:SS +0800.`,
    field: 'date',
    ...at,
  });
}

export function mendedDate(before: string, after: string, at: At): Issue {
  return issueOf('MENDED_DATE', {
    message: `"date" is ${before}, on which the generator stops, and was read as ${after}. Write it so.`,
    field: 'date',
    ...at,
    before,
    after,
  });
}

export function rolledOver(value: string, became: string, at: At): Issue {
  return issueOf('DATE_ROLLED_OVER', {
    message: `There is no such day as ${value}; the generator makes it ${became}. Correct the date.`,
    field: 'date',
    ...at,
  });
}

export function withoutZone(at: At, taken: 'as-generator' | 'local'): Issue {
  return issueOf('DATE_WITHOUT_ZONE', {
    message:
      taken === 'local'
        ? "The date names no zone and was read as the wall clock of the archive's, while the generator reads it as UTC. Add the zone to settle it."
        : 'The date names no zone, so the generator reads it as UTC. Add the zone, or set dates: local in .broadsheet.yml.',
    field: 'date',
    ...at,
  });
}

export function emptyTitle(reading: TextReading): Issue {
  return issueOf('TITLE_EMPTY', {
    message: 'The title is empty. Write one.',
    field: 'title',
    ...reading.placeOf('title'),
  });
}

export function unknownUrl(reading: TextReading): Issue {
  const field = ['permalink', 'slug'].find((key) => reading.placeOf(key) !== null) ?? 'permalink';
  return issueOf('URL_UNKNOWN', {
    message:
      'The permalink has a placeholder that does not exist, or a slug that is no text, where the generator would stop, or is longer than any address. Correct it to keep the old address.',
    field,
    ...reading.placeOf(field),
  });
}

/** The header's values and those of the configuration's defaults are both inside themselves. */
export function endlessMerge(): Issue {
  return issueOf('FRONT_MATTER_TOO_COMPLEX', {
    message:
      'The front matter and the defaults of _config.yml both hold a value inside itself, which no merge of the two comes to an end of. Write one of them out.',
    line: 1,
    column: 1,
  });
}

export function longSeparator(reading: TextReading): Issue {
  return issueOf('FRONT_MATTER_TOO_COMPLEX', {
    message: `"excerpt_separator" is longer than ${MAX_SEPARATOR} characters. Shorten it.`,
    field: 'excerpt_separator',
    ...reading.placeOf('excerpt_separator'),
  });
}
