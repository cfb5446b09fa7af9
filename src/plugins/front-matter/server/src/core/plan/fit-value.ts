import type { Issue } from '../issue';
import { issueOf, type IssueCode } from '../issue-codes';
import type { JsonValue } from '../post';

/** What an attribute can hold. */
export interface Shape {
  readonly kind: 'text' | 'json' | 'number' | 'boolean' | 'datetime' | 'date';
  /** In characters; null where there is no limit. */
  readonly maxLength: number | null;
  /** For a closed list of values; null where any will do. */
  readonly values: readonly string[] | null;
}

export type Fit =
  { readonly ok: true; readonly value: JsonValue } | { readonly ok: false; readonly issue: Issue };

const unfit = (attribute: string, code: IssueCode, message: string): Fit => ({
  ok: false,
  issue: issueOf(code, { message, field: attribute }),
});

/** NUL cannot be stored in PostgreSQL, and half a surrogate pair in no database. */
const isStorableText = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/** Four-digit years are what every database keeps and every date format writes. */
const OLDEST = Date.UTC(1000, 0, 1);
const NEWEST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** True for what every database keeps, whatever its type. */
export const isStorable = (value: JsonValue): boolean => {
  if (typeof value === 'string') return isStorableText(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, inner]) => isStorableText(key) && isStorable(inner));
};

const fitText = (value: JsonValue, attribute: string, shape: Shape): Fit => {
  if (typeof value === 'object') {
    return unfit(
      attribute,
      'VALUE_UNFIT',
      `"${attribute}" has to be a text and is a list or a map. Write one value.`
    );
  }
  const text = String(value);
  if (shape.maxLength !== null && [...text].length > shape.maxLength) {
    return unfit(
      attribute,
      'VALUE_TOO_LONG',
      `"${attribute}" is longer than ${shape.maxLength} characters. Shorten it, or make the attribute a long text.`
    );
  }
  if (shape.values !== null && !shape.values.includes(text)) {
    return unfit(
      attribute,
      'VALUE_UNFIT',
      `"${attribute}" is none of ${shape.values.join(', ')} ("${text}").`
    );
  }
  return { ok: true, value: text };
};

const fitDate = (value: JsonValue, attribute: string, kind: 'date' | 'datetime'): Fit => {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time) || time < OLDEST || time > NEWEST) {
    return unfit(
      attribute,
      'VALUE_UNFIT',
      `"${attribute}" is not a date between the years 1000 and 9999.`
    );
  }
  const iso = new Date(time).toISOString();
  return { ok: true, value: kind === 'date' ? iso.slice(0, 10) : iso };
};

/**
 * Fits a value to an attribute, so that no database refuses it later and no batch fails for the
 * sake of one file. Codes: VALUE_UNFIT, VALUE_TOO_LONG, VALUE_NOT_STORABLE.
 */
export const fitValue = (value: JsonValue, attribute: string, shape: Shape): Fit => {
  if (value === null) return { ok: true, value };
  if (!isStorable(value)) {
    return unfit(
      attribute,
      'VALUE_NOT_STORABLE',
      `"${attribute}" holds a NUL or half of a character, which databases cannot keep. Remove it from the file.`
    );
  }
  switch (shape.kind) {
    case 'json':
      return { ok: true, value };
    case 'text':
      return fitText(value, attribute, shape);
    case 'datetime':
    case 'date':
      return fitDate(value, attribute, shape.kind);
    case 'number':
    case 'boolean':
      return typeof value === shape.kind
        ? { ok: true, value }
        : unfit(attribute, 'VALUE_UNFIT', `"${attribute}" has to be a ${shape.kind}.`);
  }
};
